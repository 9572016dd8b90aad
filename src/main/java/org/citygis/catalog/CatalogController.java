package org.citygis.catalog;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.citygis.audit.Audit;
import org.citygis.security.Action;
import org.citygis.security.User;
import org.citygis.storage.GeometryColumn;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The catalogue as JSON: departments, code lists, the layers that the user may see, and their
 * versions.
 */
@RestController
@RequestMapping("/api")
class CatalogController {
  private final Catalog catalog;
  private final Layers layers;
  private final AccessPolicy policy;
  private final Audit audit;

  CatalogController(Catalog catalog, Layers layers, AccessPolicy policy, Audit audit) {
    this.catalog = catalog;
    this.layers = layers;
    this.policy = policy;
    this.audit = audit;
  }

  record Departments(List<Department> departments) {}

  record CodeLists(Collection<CodeList> codes) {}

  record LayerList(List<LayerView> layers) {}

  record Version(
      int version,
      @JsonProperty("created_at") Instant createdAt,
      @JsonProperty("created_by") String createdBy,
      long count,
      String source,
      boolean current,
      @Nullable Object mode,
      @Nullable Object note,
      @Nullable String crs,
      @Nullable Object difference,
      Map<String, Object> lineage) {}

  record Versions(List<Version> versions) {}

  record Choice(int version) {}

  @GetMapping("/departments")
  Departments departments() {
    return new Departments(catalog.departments());
  }

  @GetMapping("/codes")
  CodeLists codes() {
    return new CodeLists(catalog.codeLists());
  }

  @GetMapping("/layers")
  LayerList layers(User user, HttpServletRequest request) {
    return new LayerList(
        layers.list(user, Action.VIEW).stream().map(layer -> view(layer, user, request)).toList());
  }

  @GetMapping("/layers/{id}")
  LayerView layer(@PathVariable String id, User user, HttpServletRequest request) {
    return view(layers.open(user, id, Action.VIEW), user, request);
  }

  private LayerView view(OpenLayer layer, User user, HttpServletRequest request) {
    boolean editable =
        layer.definition().edits().service() == null
            && policy.decide(user, layer.definition(), Action.EDIT).allowed();
    return LayerView.of(layer, editable, request.getContextPath());
  }

  @GetMapping("/layers/{id}/versions")
  Versions versions(@PathVariable String id, User user) {
    OpenLayer layer = layers.open(user, id, Action.PUBLISH);
    int current = layer.table().version();
    return new Versions(layers.versions(layer).stream().map(v -> version(v, current)).toList());
  }

  /** Rolls the layer back, or forward again, to a kept version. */
  @PutMapping("/layers/{id}/version")
  LayerView pointTo(
      @PathVariable String id, @RequestBody Choice choice, User user, HttpServletRequest request) {
    layers.pointTo(layers.open(user, id, Action.PUBLISH), choice.version());
    audit.record(user, "point-layer", "layers/" + id, "version " + choice.version());
    return layer(id, user, request);
  }

  private static Version version(LayerVersion version, int current) {
    GeometryColumn geometry = version.table().geometry();
    return new Version(
        version.number(),
        version.createdAt(),
        version.createdBy(),
        version.rows(),
        version.source(),
        version.number() == current,
        version.lineage().get("mode"),
        version.lineage().get("note"),
        geometry == null ? null : geometry.crs().code(),
        version.lineage().get("difference"),
        version.lineage());
  }
}

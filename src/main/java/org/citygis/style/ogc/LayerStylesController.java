package org.citygis.style.ogc;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.citygis.catalog.AccessPolicy;
import org.citygis.catalog.Layers;
import org.citygis.catalog.OpenLayer;
import org.citygis.security.Action;
import org.citygis.security.User;
import org.citygis.style.StyleSheet;
import org.citygis.style.StyleShelf;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The styles of one layer, and which of them it is drawn in. */
@RestController
@RequestMapping("/api/layers/{id}")
class LayerStylesController {
  private final StyleShelf shelf;
  private final Layers layers;
  private final AccessPolicy policy;

  LayerStylesController(StyleShelf shelf, Layers layers, AccessPolicy policy) {
    this.shelf = shelf;
    this.layers = layers;
    this.policy = policy;
  }

  record Choice(String style) {}

  @GetMapping("/styles")
  Map<String, Object> list(@PathVariable String id, User user) {
    return json(layers.open(user, id, Action.VIEW), user);
  }

  @PutMapping("/style")
  Map<String, Object> choose(@PathVariable String id, @RequestBody Choice choice, User user) {
    shelf.choose(user, layers.open(user, id, Action.PUBLISH), choice.style());
    return list(id, user);
  }

  private Map<String, Object> json(OpenLayer layer, User user) {
    List<StyleSheet> sheets = shelf.list(layer);
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("layer", layer.layer().id());
    json.put("default", sheets.get(0).id());
    json.put("editable", policy.decide(user, layer.definition(), Action.PUBLISH).allowed());
    json.put("styles", sheets.stream().map(LayerStylesController::entry).toList());
    return json;
  }

  private static Map<String, @Nullable Object> entry(StyleSheet sheet) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("id", sheet.id());
    json.put("title", sheet.style().title());
    json.put("source", sheet.isFile() ? "file" : "saved");
    json.put("version", sheet.version());
    json.put("changedAt", sheet.changedAt());
    json.put("changedBy", sheet.changedBy());
    json.put("etag", sheet.etag());
    json.put("unsupported", sheet.style().unsupported().size());
    return json;
  }
}

package org.citygis.features.near;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Set;
import org.citygis.catalog.Layers;
import org.citygis.catalog.OpenLayer;
import org.citygis.features.area.BodyQuery;
import org.citygis.problem.Problem;
import org.citygis.security.Action;
import org.citygis.security.User;
import org.citygis.storage.FeatureStore;
import org.citygis.storage.GeometryColumn;
import org.citygis.text.Text;
import org.citygis.web.Query;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The features of a layer that are near something, or inside something. */
@Controller
@RequestMapping("/api/near")
class NearController {
  private static final Set<String> SHAPES = Set.of("geometry", "line");
  private static final String FORM = "{layer, geometry, distance, k, …}";

  private final Layers layers;
  private final FeatureStore store;
  private final JsonMapper json;

  NearController(Layers layers, FeatureStore store, JsonMapper json) {
    this.layers = layers;
    this.store = store;
    this.json = json;
  }

  @GetMapping
  void near(
      @RequestParam String layer,
      User user,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    OpenLayer open = layers.open(user, layer, Action.QUERY);
    answer(open, Query.of(request, NearRequest.names(open)), null, user, response);
  }

  /** The same with the shape in the body, as {@code geometry} or {@code line}. */
  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  void nearShape(InputStream body, User user, HttpServletResponse response) throws IOException {
    BodyQuery given = BodyQuery.read(json, body, SHAPES, FORM);
    Geometry shape = null;
    for (Map.Entry<String, JsonNode> member : given.shapes().entrySet()) {
      shape = Reference.read(member.getKey(), member.getValue());
    }
    OpenLayer open = layers.open(user, given.given("layer"), Action.QUERY);
    answer(open, Query.of(given.values(), NearRequest.names(open)), shape, user, response);
  }

  private void answer(
      OpenLayer layer,
      Query query,
      @Nullable Geometry shape,
      User user,
      HttpServletResponse response)
      throws IOException {
    GeometryColumn column = layer.table().geometry();
    if (column == null) {
      throw Problem.Invalid.parameter(
          "layer", layer.layer().id(), Text.of("有图形的图层", "a layer with shapes"));
    }
    NearRequest request = NearRequest.parse(query, layer, shape);
    String inside = request.inside();
    Enclosure enclosure =
        inside == null
            ? null
            : Enclosure.read(inside, request.relation(), layer, column, user, layers, store);
    new NearAnswer(store, layer, request, enclosure).write(response);
  }
}

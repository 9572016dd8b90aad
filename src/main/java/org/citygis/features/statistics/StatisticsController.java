package org.citygis.features.statistics;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import java.util.stream.Collectors;
import org.citygis.catalog.Field;
import org.citygis.catalog.Layers;
import org.citygis.catalog.OpenLayer;
import org.citygis.catalog.VisibleFields;
import org.citygis.geo.Box;
import org.citygis.problem.Problem;
import org.citygis.security.Action;
import org.citygis.security.User;
import org.citygis.text.Text;
import org.citygis.web.Parameters;
import org.citygis.web.Query;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Areas and counts by class, for the view, a drawn polygon or the whole layer. */
@RestController
@RequestMapping("/api/statistics")
class StatisticsController {
  private static final Set<String> KNOWN = Set.of("layer", "group", "bbox", "polygon");

  /** Bytes that a polygon of the most positions takes, and more. */
  private static final int MAX_BODY = 8_000_000;

  private final Layers layers;
  private final Census census;
  private final JsonMapper json;

  StatisticsController(Layers layers, Census census, JsonMapper json) {
    this.layers = layers;
    this.census = census;
    this.json = json;
  }

  @GetMapping
  Statistics ofView(
      @RequestParam String layer,
      @RequestParam String group,
      User user,
      HttpServletRequest request) {
    Query query = Query.of(request, KNOWN);
    String bbox = query.find("bbox");
    String polygon = query.find("polygon");
    if (bbox != null && polygon != null) {
      throw Problem.Invalid.parameter(
          "polygon", polygon, Text.of("bbox 与 polygon 只给其一", "either bbox or polygon"));
    }
    Geometry area =
        bbox != null ? view(bbox) : polygon != null ? Parameters.polygon("polygon", polygon) : null;
    return take(layer, group, area, user);
  }

  private static Geometry view(String bbox) {
    Box box = Parameters.bbox("bbox", bbox);
    if (box.width() == 0 || box.height() == 0) {
      throw Problem.Invalid.parameter("bbox", bbox, Text.of("有面积的范围", "a box that has an area"));
    }
    return box.outline(new GeometryFactory(), 1);
  }

  /** What to count: the body of a POST. */
  record Order(@Nullable String layer, @Nullable String group, @Nullable JsonNode polygon) {}

  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  Statistics ofPolygon(InputStream body, User user) throws IOException {
    Order order = read(body);
    return take(
        given("layer", order.layer),
        given("group", order.group),
        order.polygon == null || order.polygon.isNull()
            ? null
            : GeoJsonPolygon.read("polygon", order.polygon),
        user);
  }

  private Order read(InputStream body) throws IOException {
    byte[] bytes = body.readNBytes(MAX_BODY + 1);
    if (bytes.length > MAX_BODY) {
      throw new Problem.TooLarge(Text.of("请求内容过大。", "The request is too large."));
    }
    try {
      Order order = json.readValue(bytes, Order.class);
      if (order != null) {
        return order;
      }
    } catch (JacksonException e) {
      // answered below, as an empty body is
    }
    throw new Problem.Invalid(
        Text.of(
            "请求内容应为 JSON 对象 {layer, group, polygon}。",
            "The body must be a JSON object {layer, group, polygon}."));
  }

  private Statistics take(String id, String group, @Nullable Geometry area, User user) {
    OpenLayer layer = layers.open(user, id, Action.QUERY);
    return census.take(layer, field(layer, group), area);
  }

  private static Field field(OpenLayer layer, String name) {
    return VisibleFields.of(layer).stream()
        .filter(f -> f.name().equals(name))
        .findFirst()
        .orElseThrow(
            () -> {
              String names =
                  VisibleFields.of(layer).stream()
                      .map(Field::name)
                      .collect(Collectors.joining(", "));
              return Problem.Invalid.parameter(
                  "group", name, Text.of("字段之一：" + names, "one of the fields " + names));
            });
  }

  private static String given(String name, @Nullable String value) {
    if (value == null || value.isBlank()) {
      throw Problem.Invalid.parameter(name, "", Text.of("非空的值", "a value"));
    }
    return value;
  }
}

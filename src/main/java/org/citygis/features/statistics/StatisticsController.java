package org.citygis.features.statistics;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import org.citygis.catalog.Layers;
import org.citygis.catalog.OpenLayer;
import org.citygis.features.area.BodyQuery;
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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Areas and counts by class, for the view, a drawn polygon or the whole layer. */
@RestController
@RequestMapping("/api/statistics")
class StatisticsController {
  private static final String FORM = "{layer, group, polygon, sum, filter, …}";

  private final Layers layers;
  private final Census census;
  private final JsonMapper json;

  StatisticsController(Layers layers, Census census, JsonMapper json) {
    this.layers = layers;
    this.census = census;
    this.json = json;
  }

  @GetMapping
  Statistics ofView(@RequestParam String layer, User user, HttpServletRequest request) {
    OpenLayer open = layers.open(user, layer, Action.QUERY);
    Query query = Query.of(request, CensusQuestion.names(open));
    String polygon = query.find("polygon");
    return take(open, query, polygon == null ? null : Parameters.polygon("polygon", polygon));
  }

  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  Statistics ofPolygon(InputStream body, User user) throws IOException {
    BodyQuery given = BodyQuery.read(json, body, Set.of("polygon"), FORM);
    OpenLayer open = layers.open(user, given.given("layer"), Action.QUERY);
    given.given("group");
    JsonNode polygon = given.shapes().get("polygon");
    return take(
        open,
        Query.of(given.values(), CensusQuestion.names(open)),
        polygon == null ? null : GeoJsonPolygon.read("polygon", polygon));
  }

  /** Features are cut at the border of a box, as at that of a polygon. */
  private Statistics take(OpenLayer layer, Query query, @Nullable Geometry polygon) {
    String bbox = query.find("bbox");
    if (bbox != null && polygon != null) {
      throw Problem.Invalid.parameter(
          "polygon",
          String.valueOf(query.find("polygon")),
          Text.of("bbox 与 polygon 只给其一", "either bbox or polygon"));
    }
    return census.take(
        layer, CensusQuestion.parse(query, layer), bbox != null ? view(bbox) : polygon);
  }

  private static Geometry view(String bbox) {
    Box box = Parameters.bbox("bbox", bbox);
    if (box.width() == 0 || box.height() == 0) {
      throw Problem.Invalid.parameter("bbox", bbox, Text.of("有面积的范围", "a box that has an area"));
    }
    return box.outline(new GeometryFactory(), 1);
  }
}

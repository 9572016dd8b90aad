package org.citygis.features.near;

import org.citygis.features.statistics.GeoJsonPolygon;
import org.citygis.geo.LonLat;
import org.citygis.problem.Problem;
import org.citygis.text.Text;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import tools.jackson.databind.JsonNode;

/** The shape from which is measured, in longitude and latitude. */
final class Reference {
  private static final int MAX_POSITIONS = 10_000;
  private static final GeometryFactory SHAPES = new GeometryFactory();

  private Reference() {}

  static Geometry at(LonLat place) {
    return SHAPES.createPoint(new Coordinate(place.lon(), place.lat()));
  }

  /**
   * A Point, LineString, Polygon or MultiPolygon of GeoJSON, or a Feature that has one.
   *
   * @throws Problem.Invalid that says what is wrong
   */
  static Geometry read(String parameter, JsonNode json) {
    JsonNode geometry =
        json.path("type").asString("").equals("Feature") ? json.path("geometry") : json;
    JsonNode coordinates = geometry.path("coordinates");
    String type = geometry.path("type").asString("");
    return switch (type) {
      case "Point" -> SHAPES.createPoint(position(parameter, coordinates));
      case "LineString" -> line(parameter, coordinates);
      case "Polygon", "MultiPolygon" -> GeoJsonPolygon.read(parameter, geometry, true);
      default -> throw wrong(parameter, type.isEmpty() ? json.toString() : type);
    };
  }

  private static LineString line(String parameter, JsonNode coordinates) {
    if (coordinates.size() > MAX_POSITIONS) {
      throw new Problem.TooLarge(
          Text.of(
              "线的顶点超过 %d 个。".formatted(MAX_POSITIONS),
              "The line has more than %d positions.".formatted(MAX_POSITIONS)));
    }
    Coordinate[] line =
        coordinates.valueStream().map(p -> position(parameter, p)).toArray(Coordinate[]::new);
    LineString read = line.length < 2 ? null : SHAPES.createLineString(line);
    if (read == null || read.getLength() == 0) {
      throw wrong(parameter, coordinates.toString());
    }
    return read;
  }

  private static Coordinate position(String parameter, JsonNode position) {
    if (position.size() < 2 || !position.get(0).isNumber() || !position.get(1).isNumber()) {
      throw wrong(parameter, position.toString());
    }
    double lon = position.get(0).asDouble();
    double lat = position.get(1).asDouble();
    if (Math.abs(lat) > 90 && Math.abs(lat) <= 180 && Math.abs(lon) <= 90) {
      throw Problem.Invalid.parameter(
          parameter,
          position.toString(),
          Text.of(
              "先经度后纬度的位置；经纬度是否写反了？", "longitude before latitude; did you write latitude first?"));
    }
    if (!(Math.abs(lon) <= 180 && Math.abs(lat) <= 90)) {
      throw wrong(parameter, position.toString());
    }
    return new Coordinate(lon, lat);
  }

  private static Problem.Invalid wrong(String parameter, String value) {
    return Problem.Invalid.parameter(
        parameter,
        value,
        Text.of(
            "GeoJSON 的 Point、LineString、Polygon 或 MultiPolygon，位置为 [经度,纬度]",
            "a GeoJSON Point, LineString, Polygon or MultiPolygon with positions [longitude, latitude]"));
  }
}

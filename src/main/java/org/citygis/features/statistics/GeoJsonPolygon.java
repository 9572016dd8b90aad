package org.citygis.features.statistics;

import java.util.ArrayList;
import java.util.List;
import org.citygis.problem.Problem;
import org.citygis.text.Text;
import org.citygis.web.Parameters;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import tools.jackson.databind.JsonNode;

/** Reads a Polygon or MultiPolygon of GeoJSON, or a Feature that has one. */
public final class GeoJsonPolygon {
  private static final int MAX_POSITIONS = 100_000;
  private static final GeometryFactory SHAPES = new GeometryFactory();

  private final String parameter;
  private final boolean degrees;
  private int positions;

  private GeoJsonPolygon(String parameter, boolean degrees) {
    this.parameter = parameter;
    this.degrees = degrees;
  }

  /**
   * In longitude and latitude.
   *
   * @throws Problem.Invalid that says what is wrong, and where a ring crosses itself
   */
  static Geometry read(String parameter, JsonNode json) {
    return read(parameter, json, true);
  }

  /**
   * @param degrees whether the positions are longitude and latitude, else easting and northing
   * @throws Problem.Invalid that says what is wrong, and where a ring crosses itself
   */
  public static Geometry read(String parameter, JsonNode json, boolean degrees) {
    JsonNode geometry =
        json.path("type").asString("").equals("Feature") ? json.path("geometry") : json;
    GeoJsonPolygon reader = new GeoJsonPolygon(parameter, degrees);
    String type = geometry.path("type").asString("");
    JsonNode coordinates = geometry.path("coordinates");
    Geometry read =
        switch (type) {
          case "Polygon" -> reader.polygon(coordinates);
          case "MultiPolygon" -> reader.multiPolygon(coordinates);
          default -> throw reader.wrong(type);
        };
    return Parameters.validPolygon(parameter, read);
  }

  private Geometry multiPolygon(JsonNode coordinates) {
    List<Polygon> polygons = new ArrayList<>();
    coordinates.values().forEach(p -> polygons.add(polygon(p)));
    return SHAPES.createMultiPolygon(polygons.toArray(Polygon[]::new));
  }

  private Polygon polygon(JsonNode rings) {
    if (!rings.isArray() || rings.isEmpty()) {
      throw wrong(rings.toString());
    }
    LinearRing shell = ring(rings.get(0));
    LinearRing[] holes = new LinearRing[rings.size() - 1];
    for (int i = 0; i < holes.length; i++) {
      holes[i] = ring(rings.get(i + 1));
    }
    return SHAPES.createPolygon(shell, holes);
  }

  private LinearRing ring(JsonNode json) {
    positions += json.size();
    if (positions > MAX_POSITIONS) {
      throw new Problem.TooLarge(
          Text.of(
              "多边形的顶点超过 %d 个。".formatted(MAX_POSITIONS),
              "The polygon has more than %d positions.".formatted(MAX_POSITIONS)));
    }
    List<Coordinate> ring = new ArrayList<>();
    json.values().forEach(position -> ring.add(coordinate(position)));
    if (ring.size() < 4 || !ring.getFirst().equals2D(ring.getLast())) {
      throw wrong(json.toString());
    }
    return SHAPES.createLinearRing(ring.toArray(Coordinate[]::new));
  }

  private Coordinate coordinate(JsonNode position) {
    if (position.size() < 2 || !position.get(0).isNumber() || !position.get(1).isNumber()) {
      throw wrong(position.toString());
    }
    double lon = position.get(0).asDouble();
    double lat = position.get(1).asDouble();
    if (degrees && !(Math.abs(lon) <= 180 && Math.abs(lat) <= 90)) {
      throw Math.abs(lat) <= 180 && Math.abs(lon) <= 90
          ? swapped(position.toString())
          : wrong(position.toString());
    }
    return new Coordinate(lon, lat);
  }

  private Problem.Invalid swapped(String value) {
    return Problem.Invalid.parameter(
        parameter,
        value,
        Text.of(
            "先经度后纬度的位置；纬度与经度是否写反了？", "longitude before latitude; did you write latitude first?"));
  }

  private Problem.Invalid wrong(String value) {
    return Problem.Invalid.parameter(
        parameter,
        value,
        Text.of(
            "GeoJSON 的 Polygon 或 MultiPolygon：位置为 [经度,纬度]，环首尾相同",
            "a GeoJSON Polygon or MultiPolygon: positions [longitude, latitude], rings closed"));
  }
}

package org.citygis.cql2;

import java.util.ArrayList;
import java.util.List;
import org.citygis.text.Text;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import tools.jackson.databind.JsonNode;

/**
 * Reads a shape of CQL2 JSON, which is written as GeoJSON; heights decide nothing and are dropped.
 */
final class GeoJsonReader {
  private static final GeometryFactory SHAPES = new GeometryFactory();
  private static final Text SHAPE =
      Text.of("GeoJSON 图形", "a GeoJSON geometry with type and coordinates");

  private final Limits limits;

  GeoJsonReader(Limits limits) {
    this.limits = limits;
  }

  Geometry read(JsonNode json, String at) {
    JsonNode coordinates = json.path("coordinates");
    String inside = at + "/coordinates";
    return switch (json.path("type").asString("")) {
      case "Point" -> point(coordinates, inside);
      case "LineString" -> line(coordinates, inside);
      case "Polygon" -> polygon(coordinates, inside);
      case "MultiPoint" ->
          SHAPES.createMultiPoint(list(coordinates, inside, this::point).toArray(new Point[0]));
      case "MultiLineString" ->
          SHAPES.createMultiLineString(
              list(coordinates, inside, this::line).toArray(new LineString[0]));
      case "MultiPolygon" ->
          SHAPES.createMultiPolygon(
              list(coordinates, inside, this::polygon).toArray(new Polygon[0]));
      case "GeometryCollection" ->
          SHAPES.createGeometryCollection(
              list(json.path("geometries"), at + "/geometries", this::member)
                  .toArray(new Geometry[0]));
      default -> throw JsonReader.refusal(json, at, SHAPE);
    };
  }

  private Geometry member(JsonNode json, String at) {
    limits.enter();
    Geometry geometry = read(json, at);
    limits.leave();
    return geometry;
  }

  private interface Part<T> {
    T read(JsonNode json, String at);
  }

  private static <T> List<T> list(JsonNode json, String at, Part<T> part) {
    if (!json.isArray() || json.isEmpty()) {
      throw JsonReader.refusal(json, at, Text.of("非空数组", "an array that is not empty"));
    }
    List<T> parts = new ArrayList<>();
    for (int i = 0; i < json.size(); i++) {
      parts.add(part.read(json.get(i), at + "/" + i));
    }
    return parts;
  }

  private Point point(JsonNode json, String at) {
    return SHAPES.createPoint(position(json, at));
  }

  private LineString line(JsonNode json, String at) {
    List<Coordinate> positions = list(json, at, this::position);
    if (positions.size() < 2) {
      throw JsonReader.refusal(json, at, Text.of("至少两个点", "at least two positions"));
    }
    return SHAPES.createLineString(positions.toArray(new Coordinate[0]));
  }

  private LinearRing ring(JsonNode json, String at) {
    List<Coordinate> positions = list(json, at, this::position);
    if (positions.size() < 4 || !positions.getFirst().equals2D(positions.getLast())) {
      throw JsonReader.refusal(json, at, Shapes.CLOSED_RING);
    }
    return SHAPES.createLinearRing(positions.toArray(new Coordinate[0]));
  }

  private Polygon polygon(JsonNode json, String at) {
    List<LinearRing> rings = list(json, at, this::ring);
    return SHAPES.createPolygon(
        rings.getFirst(), rings.subList(1, rings.size()).toArray(new LinearRing[0]));
  }

  private Coordinate position(JsonNode json, String at) {
    limits.vertex();
    boolean isPosition =
        json.isArray()
            && (json.size() == 2 || json.size() == 3)
            && json.get(0).isNumber()
            && json.get(1).isNumber();
    if (!isPosition) {
      throw JsonReader.refusal(json, at, Text.of("两个数 [x, y]", "two numbers [x, y]"));
    }
    return new Coordinate(number(json.get(0), at), number(json.get(1), at));
  }

  private static double number(JsonNode json, String at) {
    return Tokens.number(json.asString(), Place.pointer(at)).doubleValue();
  }
}

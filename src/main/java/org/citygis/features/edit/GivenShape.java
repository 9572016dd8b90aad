package org.citygis.features.edit;

import java.util.ArrayList;
import java.util.List;
import org.citygis.text.Text;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import tools.jackson.databind.JsonNode;

/**
 * Reads a GeoJSON geometry as it stands on the wire: the first number of a position is x here,
 * whatever axis that is. Remembers where each position stands, to name it in a refusal.
 */
final class GivenShape {
  /** With heights just below the megabyte that the embedded database keeps in one value. */
  static final int MOST_POSITIONS = 30_000;

  private static final GeometryFactory SHAPES = new GeometryFactory();

  private final Faults faults;
  private final int dimension;
  private final List<String> pointers = new ArrayList<>();

  /**
   * @param dimension how many numbers a position has, 2 or 3
   */
  GivenShape(int dimension, Faults faults) {
    this.dimension = dimension;
    this.faults = faults;
  }

  /** JSON pointer of the position that became the {@code index}-th coordinate of the shape. */
  String pointer(int index) {
    return pointers.get(index);
  }

  /** The shape, or null where a fault was added. */
  @Nullable Geometry read(JsonNode json) {
    String type = json.path("type").asString("");
    JsonNode coordinates = json.path("coordinates");
    String at = "/geometry/coordinates";
    try {
      return switch (type) {
        case "Point" -> SHAPES.createPoint(position(coordinates, at));
        case "MultiPoint" ->
            SHAPES.createMultiPoint(
                parts(coordinates, at, 1, (part, path) -> SHAPES.createPoint(position(part, path)))
                    .toArray(Point[]::new));
        case "LineString" -> line(coordinates, at);
        case "MultiLineString" ->
            SHAPES.createMultiLineString(
                parts(coordinates, at, 1, this::line).toArray(LineString[]::new));
        case "Polygon" -> polygon(coordinates, at);
        case "MultiPolygon" ->
            SHAPES.createMultiPolygon(
                parts(coordinates, at, 1, this::polygon).toArray(Polygon[]::new));
        default -> throw new Wrong("/geometry/type", json.path("type"), types());
      };
    } catch (Wrong wrong) {
      faults.wrong(wrong.pointer, wrong.value, wrong.expected);
      return null;
    }
  }

  /** One part of a shape that goes on with the next. */
  private interface Part<T> {
    T read(JsonNode json, String pointer);
  }

  private <T> List<T> parts(JsonNode json, String pointer, int least, Part<T> part) {
    if (!json.isArray() || json.size() < least) {
      throw new Wrong(
          pointer,
          json,
          Text.of("至少 %d 项的数组".formatted(least), "an array of at least %d".formatted(least)));
    }
    List<T> parts = new ArrayList<>();
    for (int i = 0; i < json.size(); i++) {
      parts.add(part.read(json.get(i), pointer + "/" + i));
    }
    return parts;
  }

  private LineString line(JsonNode json, String pointer) {
    return SHAPES.createLineString(
        parts(json, pointer, 2, this::position).toArray(Coordinate[]::new));
  }

  private Polygon polygon(JsonNode json, String pointer) {
    List<LinearRing> rings = parts(json, pointer, 1, this::ring);
    return SHAPES.createPolygon(
        rings.getFirst(), rings.subList(1, rings.size()).toArray(LinearRing[]::new));
  }

  private LinearRing ring(JsonNode json, String pointer) {
    List<Coordinate> ring = parts(json, pointer, 4, this::position);
    if (!ring.getFirst().equals2D(ring.getLast())) {
      throw new Wrong(
          pointer + "/" + (ring.size() - 1),
          json.get(json.size() - 1),
          Text.of("与环的第一个位置相同的位置", "the first position of the ring again"));
    }
    return SHAPES.createLinearRing(ring.toArray(Coordinate[]::new));
  }

  private Coordinate position(JsonNode json, String pointer) {
    if (pointers.size() == MOST_POSITIONS) {
      throw new Wrong(
          "/geometry",
          "> " + MOST_POSITIONS,
          Text.of(
              "不超过 %d 个顶点".formatted(MOST_POSITIONS),
              "at most %d positions".formatted(MOST_POSITIONS)));
    }
    Text expected =
        Text.of(
            "由 %d 个数组成的位置".formatted(dimension), "a position of %d numbers".formatted(dimension));
    if (!json.isArray() || json.size() != dimension) {
      throw new Wrong(pointer, json, expected);
    }
    double[] numbers = new double[dimension];
    for (int i = 0; i < dimension; i++) {
      numbers[i] = json.get(i).isNumber() ? json.get(i).asDouble() : Double.NaN;
      if (!Double.isFinite(numbers[i])) {
        throw new Wrong(pointer, json, expected);
      }
    }
    pointers.add(pointer);
    return dimension == 3
        ? new Coordinate(numbers[0], numbers[1], numbers[2])
        : new Coordinate(numbers[0], numbers[1]);
  }

  private static Text types() {
    return Text.same("Point, MultiPoint, LineString, MultiLineString, Polygon, MultiPolygon");
  }

  /** Ends the reading of a shape whose next positions cannot be trusted either. */
  private static final class Wrong extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final String pointer;
    private final transient Object value;
    private final transient Text expected;

    Wrong(String pointer, Object value, Text expected) {
      super(pointer, null, false, false);
      this.pointer = pointer;
      this.value = value;
      this.expected = expected;
    }
  }
}

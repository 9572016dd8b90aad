package org.citygis.cql2;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.citygis.text.Text;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/** Reads a shape in well-known text from the tokens; the tag has been taken. */
final class WktReader {
  private static final Set<String> TYPES =
      Set.of(
          "POINT",
          "LINESTRING",
          "POLYGON",
          "MULTIPOINT",
          "MULTILINESTRING",
          "MULTIPOLYGON",
          "GEOMETRYCOLLECTION");
  private static final GeometryFactory SHAPES = new GeometryFactory();

  private final Tokens tokens;
  private final Limits limits;

  WktReader(Tokens tokens, Limits limits) {
    this.tokens = tokens;
    this.limits = limits;
  }

  static boolean isType(String upperCase) {
    return TYPES.contains(upperCase);
  }

  Geometry read(String type) {
    tokens.takeIfWord("Z");
    return switch (type) {
      case "POINT" -> point();
      case "LINESTRING" -> line();
      case "POLYGON" -> polygon();
      case "MULTIPOINT" -> SHAPES.createMultiPoint(list(this::member).toArray(new Point[0]));
      case "MULTILINESTRING" ->
          SHAPES.createMultiLineString(list(this::line).toArray(new LineString[0]));
      case "MULTIPOLYGON" -> SHAPES.createMultiPolygon(list(this::polygon).toArray(new Polygon[0]));
      default -> SHAPES.createGeometryCollection(list(this::any).toArray(new Geometry[0]));
    };
  }

  private Geometry any() {
    String type = tokens.current().text().toUpperCase(Locale.ROOT);
    if (tokens.current().kind() != Token.Kind.NAME || !isType(type)) {
      throw tokens.unexpected(Text.same("POINT, LINESTRING, POLYGON, MULTI…"));
    }
    tokens.take();
    limits.enter();
    Geometry geometry = read(type);
    limits.leave();
    return geometry;
  }

  private interface Part<T> {
    T read();
  }

  private <T> List<T> list(Part<T> part) {
    List<T> parts = new ArrayList<>();
    tokens.expect("(");
    do {
      parts.add(part.read());
    } while (tokens.takeIf(","));
    tokens.expect(")");
    return parts;
  }

  private Point point() {
    tokens.expect("(");
    Point point = SHAPES.createPoint(position());
    tokens.expect(")");
    return point;
  }

  /** Old programs write a member of a MULTIPOINT without parentheses. */
  private Point member() {
    return tokens.current().is("(") ? point() : SHAPES.createPoint(position());
  }

  private LineString line() {
    int start = tokens.current().start();
    List<Coordinate> positions = list(this::position);
    if (positions.size() < 2) {
      throw Places.refusal(
          Place.character(start), positions.toString(), Text.of("至少两个点", "at least two positions"));
    }
    return SHAPES.createLineString(positions.toArray(new Coordinate[0]));
  }

  private LinearRing ring() {
    int start = tokens.current().start();
    List<Coordinate> positions = list(this::position);
    if (positions.size() < 4 || !positions.getFirst().equals2D(positions.getLast())) {
      throw Places.refusal(
          Place.character(start),
          positions.getFirst() + " … " + positions.getLast(),
          Shapes.CLOSED_RING);
    }
    return SHAPES.createLinearRing(positions.toArray(new Coordinate[0]));
  }

  private Polygon polygon() {
    List<LinearRing> rings = list(this::ring);
    return SHAPES.createPolygon(
        rings.getFirst(), rings.subList(1, rings.size()).toArray(new LinearRing[0]));
  }

  /** Two numbers; a third one, the height, decides nothing and is dropped. */
  private Coordinate position() {
    limits.vertex();
    double first = tokens.expectNumber().doubleValue();
    double second = tokens.expectNumber().doubleValue();
    if (!tokens.current().is(",") && !tokens.current().is(")")) {
      tokens.expectNumber();
    }
    return new Coordinate(first, second);
  }
}

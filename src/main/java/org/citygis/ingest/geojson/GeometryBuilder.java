package org.citygis.ingest.geojson;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.citygis.ingest.geometry.BadGeometry;
import org.citygis.ingest.source.RecordLimit;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateXY;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Builds geometries from GeoJSON, whose type may be named after the coordinates. */
final class GeometryBuilder {
  private static final Set<String> TYPES =
      Set.of(
          "Point",
          "MultiPoint",
          "LineString",
          "MultiLineString",
          "Polygon",
          "MultiPolygon",
          "GeometryCollection");
  private static final int DEEPEST = 8;

  private final GeometryFactory geometries = new GeometryFactory();

  /** Positions of the geometry that is being read. */
  private int positions;

  /** A geometry as written. */
  static final class Raw {
    String type = "";

    /** A {@link Coordinate}, a list of them, a list of lists; null where there are none. */
    @Nullable Object coordinates;

    final List<Raw> geometries = new ArrayList<>();
    @Nullable String bad;
  }

  static boolean isType(String type) {
    return TYPES.contains(type);
  }

  /** Reads the object on whose start the parser stands, to its end. */
  Raw read(JsonParser parser) {
    Raw raw = new Raw();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      JsonToken value = parser.nextToken();
      if (name.equals("type") && value == JsonToken.VALUE_STRING) {
        raw.type = parser.getString();
      } else {
        member(raw, name, parser);
      }
      parser.skipChildren();
    }
    return raw;
  }

  /** Reads a member that makes up a geometry; the parser stands on its value. */
  void member(Raw raw, String name, JsonParser parser) {
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      return;
    }
    if (name.equals("coordinates")) {
      try {
        positions = 0;
        raw.coordinates = array(parser, 0);
      } catch (BadGeometry bad) {
        raw.bad = bad.getMessage();
      }
    } else if (name.equals("geometries")) {
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        if (parser.currentToken() == JsonToken.START_OBJECT) {
          raw.geometries.add(read(parser));
        }
        parser.skipChildren();
      }
    }
  }

  /** Reads the whole array even where it is bad, so that the parser stands on its end. */
  private Object array(JsonParser parser, int depth) throws BadGeometry {
    List<Object> items = new ArrayList<>();
    double[] position = new double[3];
    int numbers = 0;
    String bad = depth > DEEPEST ? "nested too deeply" : null;
    for (JsonToken token = parser.nextToken();
        token != JsonToken.END_ARRAY;
        token = parser.nextToken()) {
      switch (token) {
        case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> {
          if (numbers < 3) {
            position[numbers] = parser.getDoubleValue();
          }
          numbers++;
        }
        case START_ARRAY -> {
          try {
            Object item = array(parser, depth + 1);
            if (++positions > RecordLimit.POSITIONS) {
              items.clear();
              bad = "more than " + RecordLimit.POSITIONS + " positions";
            } else {
              items.add(item);
            }
          } catch (BadGeometry inner) {
            bad = inner.getMessage();
          }
        }
        default -> {
          parser.skipChildren();
          bad = "coordinates hold " + token;
        }
      }
    }
    if (bad != null) {
      throw new BadGeometry(bad);
    }
    if (numbers == 0) {
      return items;
    }
    if (!items.isEmpty() || numbers < 2) {
      throw new BadGeometry("a position needs two numbers");
    }
    if (!Double.isFinite(position[0]) || !Double.isFinite(position[1])) {
      throw new BadGeometry("a coordinate is not finite");
    }
    return numbers > 2
        ? new Coordinate(position[0], position[1], position[2])
        : new CoordinateXY(position[0], position[1]);
  }

  /** Null for an empty geometry. */
  @Nullable Geometry build(Raw raw) throws BadGeometry {
    if (raw.bad != null) {
      throw new BadGeometry(raw.bad);
    }
    Geometry geometry =
        switch (raw.type) {
          case "Point" -> isEmpty(raw) ? null : geometries.createPoint(position(raw.coordinates));
          case "MultiPoint" -> geometries.createMultiPointFromCoords(positions(raw.coordinates));
          case "LineString" -> line(raw.coordinates);
          case "MultiLineString" -> {
            List<LineString> lines = new ArrayList<>();
            for (Object line : list(raw.coordinates)) {
              lines.add(line(line));
            }
            yield geometries.createMultiLineString(lines.toArray(LineString[]::new));
          }
          case "Polygon" -> polygon(raw.coordinates);
          case "MultiPolygon" -> {
            List<Polygon> polygons = new ArrayList<>();
            for (Object polygon : list(raw.coordinates)) {
              polygons.add(polygon(polygon));
            }
            yield geometries.createMultiPolygon(polygons.toArray(Polygon[]::new));
          }
          case "GeometryCollection" -> {
            List<Geometry> members = new ArrayList<>();
            for (Raw member : raw.geometries) {
              Geometry built = build(member);
              if (built != null) {
                members.add(built);
              }
            }
            yield geometries.createGeometryCollection(members.toArray(Geometry[]::new));
          }
          default -> throw new BadGeometry("type = " + raw.type);
        };
    return geometry == null || geometry.isEmpty() ? null : geometry;
  }

  private static boolean isEmpty(Raw raw) {
    return raw.coordinates instanceof List<?> list && list.isEmpty();
  }

  private LineString line(@Nullable Object coordinates) throws BadGeometry {
    Coordinate[] points = positions(coordinates);
    if (points.length == 1) {
      throw new BadGeometry("a line needs two positions");
    }
    return geometries.createLineString(points);
  }

  private Polygon polygon(@Nullable Object coordinates) throws BadGeometry {
    List<LinearRing> rings = new ArrayList<>();
    for (Object ring : list(coordinates)) {
      Coordinate[] points = positions(ring);
      if (points.length < 4 || !points[0].equals2D(points[points.length - 1])) {
        throw new BadGeometry("a ring needs four positions, the last equal to the first");
      }
      rings.add(geometries.createLinearRing(points));
    }
    return rings.isEmpty()
        ? geometries.createPolygon()
        : geometries.createPolygon(
            rings.getFirst(), rings.subList(1, rings.size()).toArray(LinearRing[]::new));
  }

  private static Coordinate[] positions(@Nullable Object coordinates) throws BadGeometry {
    List<Coordinate> positions = new ArrayList<>();
    for (Object position : list(coordinates)) {
      positions.add(position(position));
    }
    return positions.toArray(Coordinate[]::new);
  }

  private static Coordinate position(@Nullable Object value) throws BadGeometry {
    if (value instanceof Coordinate coordinate) {
      return coordinate;
    }
    throw new BadGeometry("coordinates are not nested as the type asks");
  }

  private static List<?> list(@Nullable Object value) throws BadGeometry {
    if (value instanceof List<?> list) {
      return list;
    }
    throw new BadGeometry("coordinates are not nested as the type asks");
  }
}

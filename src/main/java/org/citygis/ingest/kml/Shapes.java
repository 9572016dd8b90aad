package org.citygis.ingest.kml;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.citygis.ingest.geometry.BadGeometry;
import org.citygis.ingest.source.UnreadableFile;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;

/** Reads the geometry elements of one Placemark. */
final class Shapes {
  private static final Set<String> ELEMENTS =
      Set.of(
          "Point",
          "LineString",
          "LinearRing",
          "Polygon",
          "MultiGeometry",
          "Track",
          "MultiTrack",
          "Model");
  private static final GeometryFactory GEOMETRIES = new GeometryFactory();

  private final Xml xml;
  private @Nullable String bad;
  private boolean closed;

  Shapes(Xml xml) {
    this.xml = xml;
  }

  static boolean isShape(String element) {
    return ELEMENTS.contains(element);
  }

  /** What was wrong with any part so far; null where nothing was. */
  @Nullable String bad() {
    return bad;
  }

  /** Whether a ring had to be closed. */
  boolean closed() {
    return closed;
  }

  /**
   * Reads the element on whose start the reader stands, to its end; null where it is empty or bad.
   */
  @Nullable Geometry read() throws UnreadableFile {
    return switch (xml.name()) {
      case "Polygon" -> polygon();
      case "MultiGeometry", "MultiTrack" -> collection();
      case "Track" -> track();
      case "Model" -> {
        bad = "Model";
        xml.skip();
        yield null;
      }
      default -> simple(xml.name());
    };
  }

  private @Nullable Geometry simple(String type) throws UnreadableFile {
    Coordinate[] positions = coordinates();
    if (positions.length == 0) {
      return null;
    }
    if (type.equals("Point")) {
      return GEOMETRIES.createPoint(positions[0]);
    }
    if (positions.length == 1) {
      bad = "a line needs two positions";
      return null;
    }
    return GEOMETRIES.createLineString(positions);
  }

  private @Nullable Geometry collection() throws UnreadableFile {
    List<Geometry> members = new ArrayList<>();
    while (xml.nextChild()) {
      if (isShape(xml.name())) {
        Geometry member = read();
        if (member != null) {
          members.add(member);
        }
      } else {
        xml.skip();
      }
    }
    return members.isEmpty() ? null : GEOMETRIES.buildGeometry(members);
  }

  /** The way of a Track, one position per element. */
  private @Nullable Geometry track() throws UnreadableFile {
    StringBuilder all = new StringBuilder();
    while (xml.nextChild()) {
      if (xml.name().equals("coord")) {
        all.append(xml.text().replaceAll("\\s+", ",")).append(' ');
      } else {
        xml.skip();
      }
    }
    Coordinate[] positions = parse(all.toString());
    return positions.length < 2 ? null : GEOMETRIES.createLineString(positions);
  }

  private @Nullable Geometry polygon() throws UnreadableFile {
    LinearRing shell = null;
    List<LinearRing> holes = new ArrayList<>();
    while (xml.nextChild()) {
      boolean outer = xml.name().equals("outerBoundaryIs");
      if (outer || xml.name().equals("innerBoundaryIs")) {
        for (LinearRing ring : rings()) {
          if (outer && shell == null) {
            shell = ring;
          } else {
            holes.add(ring);
          }
        }
      } else {
        xml.skip();
      }
    }
    return shell == null ? null : GEOMETRIES.createPolygon(shell, holes.toArray(LinearRing[]::new));
  }

  private List<LinearRing> rings() throws UnreadableFile {
    List<LinearRing> rings = new ArrayList<>();
    while (xml.nextChild()) {
      if (xml.name().equals("LinearRing")) {
        LinearRing ring = ring(coordinates());
        if (ring != null) {
          rings.add(ring);
        }
      } else {
        xml.skip();
      }
    }
    return rings;
  }

  private @Nullable LinearRing ring(Coordinate[] positions) {
    if (positions.length == 0) {
      return null;
    }
    Coordinate[] ring = positions;
    if (!ring[0].equals2D(ring[ring.length - 1])) {
      closed = true;
      ring = Arrays.copyOf(positions, positions.length + 1);
      ring[positions.length] = positions[0].copy();
    }
    if (ring.length < 4) {
      bad = "a ring needs three positions";
      return null;
    }
    return GEOMETRIES.createLinearRing(ring);
  }

  private Coordinate[] coordinates() throws UnreadableFile {
    Coordinate[] positions = {};
    while (xml.nextChild()) {
      if (xml.name().equals("coordinates")) {
        positions = parse(xml.text());
      } else {
        xml.skip();
      }
    }
    return positions;
  }

  private Coordinate[] parse(String text) {
    try {
      return Coordinates.parse(text);
    } catch (BadGeometry e) {
      bad = e.getMessage();
      return new Coordinate[] {};
    }
  }
}

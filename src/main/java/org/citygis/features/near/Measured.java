package org.citygis.features.near;

import org.citygis.geo.Geodesic;
import org.citygis.geo.LonLat;
import org.citygis.geo.Proximity;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.linearref.LinearLocation;
import org.locationtech.jts.linearref.LocationIndexedLine;

/** A line with geodesic measures, from its first position on. */
final class Measured {
  private static final double ON_METRES = 0.001;

  /**
   * Where something is beside a line.
   *
   * @param alongMetres from the line's start to the point of it that is nearest
   * @param side left or right, looking along the line, or on
   */
  record Station(double alongMetres, String side) {}

  private final LineString line;
  private final LocationIndexedLine index;
  private final double[] measures;

  /**
   * @param line in longitude and latitude
   */
  Measured(LineString line) {
    this.line = line;
    this.index = new LocationIndexedLine(line);
    this.measures = new double[line.getNumPoints()];
    for (int i = 1; i < measures.length; i++) {
      measures[i] = measures[i - 1] + Geodesic.distanceMetres(place(i - 1), place(i));
    }
  }

  /**
   * @param proximity from the line to something
   */
  Station station(Proximity proximity) {
    LonLat from = proximity.from();
    LinearLocation at = index.project(new Coordinate(from.lon(), from.lat()));
    int edge = Math.min(at.getSegmentIndex(), measures.length - 2);
    double along = measures[edge] + Geodesic.distanceMetres(place(edge), from);
    if (proximity.metres() < ON_METRES) {
      return new Station(along, "on");
    }
    // Beside a vertex that edge tells the side which the thing is more across of.
    double turn = across(edge, proximity);
    if (at.isVertex() && at.getSegmentIndex() > 0 && at.getSegmentIndex() < measures.length) {
      double before = across(at.getSegmentIndex() - 1, proximity);
      turn = Math.abs(before) > Math.abs(turn) ? before : turn;
    }
    return new Station(along, turn > 0 ? "left" : "right");
  }

  /** The sine of the angle from the edge's direction to the thing, above 0 on the left. */
  private double across(int edge, Proximity proximity) {
    double direction = Geodesic.bearingDegrees(place(edge), place(edge + 1));
    return Math.sin(Math.toRadians(direction - proximity.bearingDegrees()));
  }

  private LonLat place(int index) {
    Coordinate at = line.getCoordinateN(index);
    return new LonLat(at.x, at.y);
  }
}

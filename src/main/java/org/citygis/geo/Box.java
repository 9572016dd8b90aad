package org.citygis.geo;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * An axis-parallel box; x is easting or longitude, y northing or latitude, in the units of its
 * reference system.
 */
public record Box(double minX, double minY, double maxX, double maxY) {
  public Box {
    if (!(minX <= maxX && minY <= maxY)) {
      throw new IllegalArgumentException(
          "box upside down or NaN: %s %s %s %s".formatted(minX, minY, maxX, maxY));
    }
  }

  public static Box of(Envelope envelope) {
    return new Box(envelope.getMinX(), envelope.getMinY(), envelope.getMaxX(), envelope.getMaxY());
  }

  public Envelope envelope() {
    return new Envelope(minX, maxX, minY, maxY);
  }

  public double width() {
    return maxX - minX;
  }

  public double height() {
    return maxY - minY;
  }

  public Box buffer(double distance) {
    return new Box(minX - distance, minY - distance, maxX + distance, maxY + distance);
  }

  /**
   * The outline as a polygon with {@code steps} points on each side, so that a side stays close to
   * its true curve when it is transformed to another reference system.
   */
  public Geometry outline(GeometryFactory factory, int steps) {
    Coordinate[] ring = new Coordinate[4 * steps + 1];
    for (int i = 0; i < steps; i++) {
      double t = (double) i / steps;
      ring[i] = new Coordinate(minX + t * width(), minY);
      ring[steps + i] = new Coordinate(maxX, minY + t * height());
      ring[2 * steps + i] = new Coordinate(maxX - t * width(), maxY);
      ring[3 * steps + i] = new Coordinate(minX, maxY - t * height());
    }
    ring[4 * steps] = new Coordinate(ring[0]);
    return factory.createPolygon(ring);
  }
}

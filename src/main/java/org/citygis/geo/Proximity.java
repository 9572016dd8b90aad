package org.citygis.geo;

/**
 * How near two shapes are: the geodesic between their nearest points.
 *
 * @param metres 0 where they meet
 * @param bearingDegrees at {@code from} towards {@code to}, clockwise from north, 0 to 360; 0 where
 *     they meet
 * @param from on the shape from which is measured
 * @param to on the shape to which is measured
 */
public record Proximity(double metres, double bearingDegrees, LonLat from, LonLat to) {

  static Proximity meeting(LonLat at) {
    return new Proximity(0, 0, at, at);
  }
}

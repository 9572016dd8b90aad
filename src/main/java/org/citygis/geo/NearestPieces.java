package org.citygis.geo;

import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicData;

/**
 * Finds the nearest points of two shapes that do not meet. Two passes over the chords: the first
 * finds how near they are, the second gives every pair that may be as near, within the error of
 * chords, to the geodesic. Holds scratch space: not for several threads.
 */
final class NearestPieces {
  private static final double DIAMETER = 12_700_000;

  /** Half the step in which the geodesic is tried around the chords' answer. */
  private static final double STEP_METRES = 100;

  private static final int ROUNDS = 3;
  private static final double SETTLED_METRES = 1e-6;

  private final double[] a = new double[6];
  private final double[] b = new double[6];
  private final double[] sphere = new double[4];
  private final double[] other = new double[4];
  private final SegmentPair pair = new SegmentPair();
  private double bound;
  private Proximity best = Proximity.meeting(new LonLat(0, 0));

  Proximity between(SpacePieces from, SpacePieces to) {
    double bow = from.bowMetres() + to.bowMetres();
    bound = Double.MAX_VALUE;
    scan(
        from,
        to,
        bow,
        (i, j) -> bound = Math.min(bound, pair.distance + error(pair.distance, bow)));
    best = new Proximity(Double.MAX_VALUE, 0, new LonLat(0, 0), new LonLat(0, 0));
    scan(
        from,
        to,
        bow,
        (i, j) -> {
          if (pair.distance - error(pair.distance, bow) <= bound) {
            Proximity found = refined(from, i, pair.s, to, j, pair.t);
            best = found.metres() < best.metres() ? found : best;
          }
        });
    return best;
  }

  /** Takes a pair of pieces whose chords are in {@link #pair}. */
  private interface Pairs {
    void take(int i, int j);
  }

  private void scan(SpacePieces from, SpacePieces to, double bow, Pairs pairs) {
    for (int p = 0; p < from.blocks(); p++) {
      from.sphere(p, sphere);
      for (int q = 0; q < to.blocks(); q++) {
        to.sphere(q, other);
        double apart =
            Math.sqrt(
                    square(sphere[0] - other[0])
                        + square(sphere[1] - other[1])
                        + square(sphere[2] - other[2]))
                - sphere[3]
                - other[3];
        if (apart - error(Math.max(0, apart), bow) <= bound) {
          blocks(from, p, to, q, pairs);
        }
      }
    }
  }

  private void blocks(SpacePieces from, int p, SpacePieces to, int q, Pairs pairs) {
    int endI = Math.min(from.size(), (p + 1) * SpacePieces.BLOCK);
    int endJ = Math.min(to.size(), (q + 1) * SpacePieces.BLOCK);
    for (int i = p * SpacePieces.BLOCK; i < endI; i++) {
      from.ends(i, a);
      for (int j = q * SpacePieces.BLOCK; j < endJ; j++) {
        to.ends(j, b);
        pair.measure(a, b);
        pairs.take(i, j);
      }
    }
  }

  /**
   * How much a chord between pieces may differ, from one pair to another of that distance, from
   * what it stands for: the bow of the pieces, and the ellipsoid being rounder in one direction
   * than in another.
   */
  private static double error(double distance, double bow) {
    double part = distance / DIAMETER;
    return bow + 1e-6 + 1e-2 * part * part * distance;
  }

  /** Moves both ends along their edges until the geodesic is shortest. */
  private static Proximity refined(
      SpacePieces from, int i, double s, SpacePieces to, int j, double t) {
    LonLat start = from.at(i, s);
    LonLat end = to.at(j, t);
    if (from.isEdge(i) || to.isEdge(j)) {
      double before = Geodesic.WGS84.Inverse(start.lat(), start.lon(), end.lat(), end.lon()).s12;
      for (int round = 0; round < ROUNDS; round++) {
        t = to.isEdge(j) ? nearestShare(to, j, t, start) : t;
        end = to.at(j, t);
        s = from.isEdge(i) ? nearestShare(from, i, s, end) : s;
        start = from.at(i, s);
        double now = Geodesic.WGS84.Inverse(start.lat(), start.lon(), end.lat(), end.lon()).s12;
        if (!(from.isEdge(i) && to.isEdge(j)) || before - now < SETTLED_METRES) {
          break;
        }
        before = now;
      }
    }
    GeodesicData way = Geodesic.WGS84.Inverse(start.lat(), start.lon(), end.lat(), end.lon());
    return new Proximity(way.s12, compass(way.azi1), start, end);
  }

  /**
   * Where an edge is nearest to a place. The square of the distance along an edge is a parabola but
   * for the curvature of the earth; three values near the lowest point give that.
   */
  private static double nearestShare(SpacePieces pieces, int edge, double share, LonLat place) {
    LonLat first = pieces.at(edge, 0);
    LonLat last = pieces.at(edge, 1);
    double length = Geodesic.WGS84.Inverse(first.lat(), first.lon(), last.lat(), last.lon()).s12;
    if (length == 0) {
      return 0;
    }
    double step = Math.min(0.5, STEP_METRES / length);
    double below = squared(pieces.at(edge, share - step), place);
    double here = squared(pieces.at(edge, share), place);
    double above = squared(pieces.at(edge, share + step), place);
    double curve = below - 2 * here + above;
    double lowest = curve > 0 ? share + step * (below - above) / (2 * curve) : share;
    double inside = Math.clamp(lowest, 0, 1);
    return squared(pieces.at(edge, inside), place) <= here ? inside : share;
  }

  private static double squared(LonLat a, LonLat b) {
    return square(Geodesic.WGS84.Inverse(a.lat(), a.lon(), b.lat(), b.lon()).s12);
  }

  /** 0 to 360 instead of -180 to 180. */
  static double compass(double azimuth) {
    return azimuth < 0 ? azimuth + 360 : azimuth;
  }

  private static double square(double value) {
    return value * value;
  }
}

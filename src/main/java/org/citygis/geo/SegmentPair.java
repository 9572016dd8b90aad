package org.citygis.geo;

/**
 * The nearest points of two segments in space (C. Ericson, Real-Time Collision Detection, 5.1.9). A
 * segment whose ends are one is a point.
 */
final class SegmentPair {
  double distance;

  /** Share of the first segment at which it is nearest, 0 to 1. */
  double s;

  /** Share of the second. */
  double t;

  /**
   * @param p x, y, z of both ends of the first segment
   * @param q of the second
   */
  void measure(double[] p, double[] q) {
    double ux = p[3] - p[0];
    double uy = p[4] - p[1];
    double uz = p[5] - p[2];
    double vx = q[3] - q[0];
    double vy = q[4] - q[1];
    double vz = q[5] - q[2];
    double wx = p[0] - q[0];
    double wy = p[1] - q[1];
    double wz = p[2] - q[2];
    double uu = ux * ux + uy * uy + uz * uz;
    double vv = vx * vx + vy * vy + vz * vz;
    double vw = vx * wx + vy * wy + vz * wz;
    double uw = ux * wx + uy * wy + uz * wz;
    if (uu == 0) {
      s = 0;
      t = vv == 0 ? 0 : Math.clamp(vw / vv, 0, 1);
    } else if (vv == 0) {
      t = 0;
      s = Math.clamp(-uw / uu, 0, 1);
    } else {
      double uv = ux * vx + uy * vy + uz * vz;
      double crossed = uu * vv - uv * uv;
      s = crossed > 0 ? Math.clamp((uv * vw - uw * vv) / crossed, 0, 1) : 0;
      t = (uv * s + vw) / vv;
      if (t < 0) {
        t = 0;
        s = Math.clamp(-uw / uu, 0, 1);
      } else if (t > 1) {
        t = 1;
        s = Math.clamp((uv - uw) / uu, 0, 1);
      }
    }
    double dx = wx + s * ux - t * vx;
    double dy = wy + s * uy - t * vy;
    double dz = wz + s * uz - t * vz;
    distance = Math.sqrt(dx * dx + dy * dy + dz * dz);
  }
}

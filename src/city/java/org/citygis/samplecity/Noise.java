package org.citygis.samplecity;

/** Smooth value noise in the plane, from -1 to 1. */
final class Noise {
  private final long seed;
  private final double wave;

  /**
   * @param wave length of one swell in metres
   */
  Noise(String use, double wave) {
    this.seed = Dice.of(use).next();
    this.wave = wave;
  }

  double at(double x, double y) {
    double gx = x / wave;
    double gy = y / wave;
    long ix = (long) Math.floor(gx);
    long iy = (long) Math.floor(gy);
    double fx = ease(gx - ix);
    double fy = ease(gy - iy);
    double low = corner(ix, iy) * (1 - fx) + corner(ix + 1, iy) * fx;
    double high = corner(ix, iy + 1) * (1 - fx) + corner(ix + 1, iy + 1) * fx;
    return low * (1 - fy) + high * fy;
  }

  /** Two octaves, for outlines that look natural near and far. */
  double rough(double x, double y) {
    return at(x, y) * 0.7 + at(x * 2.7 + 91, y * 2.7 - 37) * 0.3;
  }

  private double corner(long ix, long iy) {
    return (Dice.mix(seed ^ Dice.mix(ix * 0x1f1f1f1fL + 7) ^ Dice.mix(iy * 0x5bd1e995L + 13))
                >>> 11)
            * 0x1p-52
        - 1;
  }

  private static double ease(double t) {
    return t * t * (3 - 2 * t);
  }
}

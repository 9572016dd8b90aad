package org.citygis.features.site;

/**
 * An area in the units that planners use.
 *
 * @param m2 square metres, to the square centimetre
 * @param ha hectares
 * @param mu 亩, fifteen to the hectare
 */
record GroundArea(double m2, double ha, double mu) {

  static GroundArea of(double squareMetres) {
    return new GroundArea(
        rounded(squareMetres), rounded(squareMetres / 10_000), rounded(squareMetres * 15 / 10_000));
  }

  private static double rounded(double value) {
    return Math.round(value * 1e4) / 1e4;
  }
}

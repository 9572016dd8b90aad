package org.citygis.maps.print;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The sizes of ISO 216, upright. */
enum Paper {
  A4(210, 297),
  A3(297, 420),
  A2(420, 594),
  A1(594, 841),
  A0(841, 1189);

  final double widthMillimetres;
  final double heightMillimetres;

  Paper(double widthMillimetres, double heightMillimetres) {
    this.widthMillimetres = widthMillimetres;
    this.heightMillimetres = heightMillimetres;
  }

  static Optional<Paper> find(String name) {
    return Arrays.stream(values())
        .filter(paper -> paper.name().equals(name.strip().toUpperCase(Locale.ROOT)))
        .findFirst();
  }

  static String names() {
    return Arrays.stream(values()).map(Enum::name).collect(Collectors.joining(", "));
  }
}

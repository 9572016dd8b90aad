package org.citygis.features.near;

import java.util.Locale;
import org.citygis.problem.Problem;
import org.citygis.text.Text;

/** In what order features are answered. */
enum Arrangement {
  /** The nearest first. */
  DISTANCE,
  /** By the measure along the line that was given. */
  ALONG,
  /** As they are read: the answer is streamed and needs no limit. */
  NONE;

  static Arrangement parse(String text) {
    for (Arrangement each : values()) {
      if (each.name().toLowerCase(Locale.ROOT).equals(text)) {
        return each;
      }
    }
    throw Problem.Invalid.parameter(
        "order", text, Text.of("distance、along 或 none", "distance, along or none"));
  }
}

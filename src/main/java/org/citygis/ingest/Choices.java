package org.citygis.ingest;

import java.nio.charset.Charset;
import org.citygis.geo.MapShift;
import org.citygis.ingest.crs.Placement;
import org.citygis.ingest.shapefile.ShapefileSource;
import org.citygis.problem.Problem;
import org.citygis.text.Text;
import org.jspecify.annotations.Nullable;

/** What a user may say about a file himself; blank means that the file is to speak. */
final class Choices {
  private Choices() {}

  static @Nullable Charset encoding(@Nullable String text) {
    if (text == null || text.isBlank()) {
      return null;
    }
    return ShapefileSource.findEncoding(text)
        .orElseThrow(
            () ->
                Problem.Invalid.parameter(
                    "encoding",
                    text,
                    Text.of(
                        "文字编码，如 UTF-8、GB18030、Big5",
                        "a text encoding such as UTF-8, GB18030, Big5")));
  }

  static @Nullable Placement crs(@Nullable String text) {
    return text == null || text.isBlank() ? null : Placement.parse("crs", text);
  }

  static @Nullable MapShift shift(@Nullable String text) {
    if (text == null || text.isBlank()) {
      return null;
    }
    return switch (text.strip()) {
      case "gcj02" -> MapShift.GCJ_02;
      case "bd09" -> MapShift.BD_09;
      default -> throw Problem.Invalid.parameter("shift", text, Text.same("gcj02, bd09"));
    };
  }
}

package org.citygis.ingest;

import java.util.Locale;
import org.citygis.problem.Problem;
import org.citygis.storage.Takeover;
import org.citygis.text.Text;
import org.jspecify.annotations.Nullable;

/** How the rows of a file become a version of a layer. */
enum Mode {
  CREATE,
  APPEND,
  REPLACE,
  UPSERT;

  String tag() {
    return name().toLowerCase(Locale.ROOT);
  }

  Takeover.Mode takeover() {
    return switch (this) {
      case CREATE, REPLACE -> Takeover.Mode.REPLACE;
      case APPEND -> Takeover.Mode.APPEND;
      case UPSERT -> Takeover.Mode.UPSERT;
    };
  }

  /**
   * @param exists whether the layer is in the catalogue
   * @param filled whether it has data
   */
  static Mode of(@Nullable String text, String layer, boolean exists, boolean filled) {
    if (text == null || text.isBlank()) {
      return exists ? REPLACE : CREATE;
    }
    Mode mode = parse(text);
    if (mode == CREATE && filled) {
      throw new Problem.Conflict(
          Text.of(
              "图层 %s 已有数据，请选择 append、replace 或 upsert。".formatted(layer),
              "Layer %s has data already; choose append, replace or upsert.".formatted(layer)));
    }
    if (mode != CREATE && !exists) {
      throw Problem.Invalid.parameter(
          "mode",
          text,
          Text.of(
              "create，因为还没有图层 " + layer,
              "create, since there is no layer %s yet".formatted(layer)));
    }
    return mode;
  }

  private static Mode parse(String text) {
    for (Mode mode : values()) {
      if (mode.tag().equals(text.strip())) {
        return mode;
      }
    }
    throw Problem.Invalid.parameter("mode", text, Text.same("create, append, replace, upsert"));
  }
}

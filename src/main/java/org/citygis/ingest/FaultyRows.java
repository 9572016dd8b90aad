package org.citygis.ingest;

import java.util.Locale;
import org.citygis.problem.Problem;
import org.citygis.text.Text;
import org.jspecify.annotations.Nullable;

/** What becomes of the rows of a file that something is wrong with. */
enum FaultyRows {
  /** They are taken as they are; a value that does not fit is left empty. */
  KEEP,
  /** One of them refuses the whole file. */
  REJECT,
  /** They are left out and listed. */
  SKIP,
  /** Shapes are mended and listed; what cannot be mended is left out. */
  REPAIR;

  String tag() {
    return name().toLowerCase(Locale.ROOT);
  }

  static FaultyRows parse(@Nullable String text, boolean repair) {
    if (text == null || text.isBlank()) {
      return repair ? REPAIR : KEEP;
    }
    for (FaultyRows policy : values()) {
      if (policy.tag().equals(text.strip())) {
        return policy;
      }
    }
    throw Problem.Invalid.parameter("faulty", text, Text.same("keep, reject, skip, repair"));
  }
}

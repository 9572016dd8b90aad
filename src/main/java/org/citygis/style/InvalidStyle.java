package org.citygis.style;

import java.io.Serial;

/** A style file that cannot be read; the message names file and line. */
public final class InvalidStyle extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  InvalidStyle(String file, int line, String reason) {
    super("%s:%d: %s".formatted(file, line, reason));
  }
}

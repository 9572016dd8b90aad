package org.citygis.style;

import java.io.Serial;

/** A rule or symbol cannot be drawn as the file says; the style goes on without it and lists it. */
final class NotSupported extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  private final transient Style.Unsupported part;

  NotSupported(Style.Unsupported part) {
    super(part.what());
    this.part = part;
  }

  Style.Unsupported part() {
    return part;
  }
}

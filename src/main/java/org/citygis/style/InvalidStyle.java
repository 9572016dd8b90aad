package org.citygis.style;

import java.io.Serial;
import java.util.List;
import org.citygis.problem.Problem;
import org.citygis.text.Text;

/** A style that cannot be read; the message names file and line. */
public final class InvalidStyle extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  private final int line;
  private final transient Text reason;

  InvalidStyle(String file, int line, Text reason) {
    super("%s:%d: %s".formatted(file, line, reason.en()));
    this.line = line;
    this.reason = reason;
  }

  /** The same as an answer to whoever sent the style; its fault points to the line. */
  Problem toProblem() {
    Text detail =
        Text.of(
            "样式第 %d 行：%s。".formatted(line, reason.zh()),
            "Line %d of the style: %s.".formatted(line, reason.en()));
    return new Problem.Invalid(detail, List.of(new Problem.Fault("#line=" + line, reason)));
  }
}

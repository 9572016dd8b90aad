package org.citygis.incidents;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.citygis.problem.Problem;
import org.citygis.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * How far an incident has been dealt with. It moves on one step at a time; a step taken by mistake
 * may be taken back, which the trail then tells.
 */
enum Status {
  REPORTED,
  DISPATCHED,
  RESOLVED,
  CLOSED;

  /** The code in the code list and on the wire. */
  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Status> find(@Nullable String code) {
    return Arrays.stream(values()).filter(s -> s.code().equals(code)).findFirst();
  }

  /** Throws Conflict unless {@code to} is a neighbour of this or the same. */
  void checkMove(Status to) {
    if (Math.abs(to.ordinal() - ordinal()) <= 1) {
      return;
    }
    throw new Problem.Conflict(
            Text.of(
                "事件状态为 %s,不能改为 %s。".formatted(code(), to.code()),
                "The incident is %s and cannot become %s.".formatted(code(), to.code())))
        .about("status", to.code(), Text.same(possible()));
  }

  private String possible() {
    return Arrays.stream(values())
        .filter(s -> Math.abs(s.ordinal() - ordinal()) == 1)
        .map(Status::code)
        .collect(Collectors.joining(", "));
  }
}

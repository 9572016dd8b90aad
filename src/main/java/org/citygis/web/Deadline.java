package org.citygis.web;

import java.time.Duration;
import org.citygis.problem.Problem;
import org.citygis.text.Text;

/** Until when a part of an answer has to be found, so that one slow part does not take all time. */
public final class Deadline {
  private final Duration allowed;
  private final long end;

  private Deadline(Duration allowed, long end) {
    this.allowed = allowed;
    this.end = end;
  }

  public static Deadline in(Duration allowed) {
    return new Deadline(allowed, System.nanoTime() + allowed.toNanos());
  }

  /** The same, but not after this one. */
  public Deadline within(Duration part) {
    return left().compareTo(part) < 0 ? this : in(part);
  }

  public Duration left() {
    return Duration.ofNanos(Math.max(0, end - System.nanoTime()));
  }

  /** Whether the time is over. */
  public boolean isOver() {
    return System.nanoTime() >= end;
  }

  /**
   * @throws Problem.Unavailable when the time is over
   */
  public void check() {
    if (isOver()) {
      throw over();
    }
  }

  /** What is said when it is. */
  public Problem.Unavailable over() {
    String seconds = String.valueOf(allowed.toMillis() / 1000.0);
    return new Problem.Unavailable(
        Text.of(
            "查询超过 %s 秒的时限，此项没有结果；请缩小范围。".formatted(seconds),
            "This took longer than the %s s allowed and was given up; ask for less."
                .formatted(seconds)));
  }
}

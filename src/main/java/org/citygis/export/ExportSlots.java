package org.citygis.export;

import java.util.HashMap;
import java.util.Map;
import org.citygis.problem.Problem;
import org.citygis.security.User;
import org.citygis.text.Text;
import org.springframework.stereotype.Component;

/** How many exports run; each holds a connection of the database while it does. */
@Component
class ExportSlots {
  private final ExportSettings settings;
  private final Map<String, Integer> running = new HashMap<>();
  private int total;

  ExportSlots(ExportSettings settings) {
    this.settings = settings;
  }

  /** A place among those that run; given back when it is closed. */
  final class Slot implements AutoCloseable {
    private final String name;

    private Slot(String name) {
      this.name = name;
    }

    @Override
    public void close() {
      synchronized (ExportSlots.this) {
        running.computeIfPresent(name, (key, count) -> count == 1 ? null : count - 1);
        total--;
      }
    }
  }

  /**
   * @throws Problem.Unavailable when the user, or all together, have as many as they may
   */
  synchronized Slot take(User user) {
    int own = running.getOrDefault(user.name(), 0);
    if (own >= settings.perUser()) {
      throw new Problem.Unavailable(
          Text.of(
              "您已有 %d 个导出正在进行，请等其中一个结束。".formatted(own),
              "You have %d exports running already; wait until one ends.".formatted(own)));
    }
    if (total >= settings.atOnce()) {
      throw new Problem.Unavailable(
          Text.of("正在进行的导出过多，请稍后再试。", "Too many exports are running; try again later."));
    }
    running.put(user.name(), own + 1);
    total++;
    return new Slot(user.name());
  }
}

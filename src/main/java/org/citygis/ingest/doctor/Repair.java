package org.citygis.ingest.doctor;

import java.util.Locale;
import java.util.Optional;
import org.citygis.text.Text;

/** What mending an invalid shape comes to. */
public enum Repair {
  FIXED("可修复", "can be repaired"),
  /** Nothing is left of it. */
  LOST("修复后为空", "nothing is left of it"),
  /** A polygon becomes a line, say; the row loses its shape. */
  TYPE_CHANGED("修复后几何类型改变", "becomes another kind of geometry");

  private final Text words;

  Repair(String zh, String en) {
    this.words = Text.of(zh, en);
  }

  public Text words() {
    return words;
  }

  /** The name on the wire. */
  public String tag() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Repair> find(String tag) {
    for (Repair repair : values()) {
      if (repair.tag().equals(tag)) {
        return Optional.of(repair);
      }
    }
    return Optional.empty();
  }
}

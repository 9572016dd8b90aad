package org.citygis.bench;

import java.util.Locale;

/** The report, as Markdown on standard output; what is going on is told on standard error. */
final class Page {
  private Page() {}

  static void title(String text) {
    System.out.printf("%n### %s%n%n", text);
  }

  static void head(String... cells) {
    row((Object[]) cells);
    System.out.println("|---" + "|---:".repeat(cells.length - 1) + "|");
  }

  static void row(Object... cells) {
    StringBuilder line = new StringBuilder("|");
    for (Object cell : cells) {
      line.append(' ').append(cell).append(" |");
    }
    System.out.println(line);
  }

  static void text(String text) {
    System.out.printf("%n%s%n", text);
  }

  static String seconds(double millis) {
    return Double.isNaN(millis) ? "" : String.format(Locale.ROOT, "%.1f s", millis / 1000);
  }

  static String millis(double millis) {
    return Double.isNaN(millis)
        ? ""
        : String.format(Locale.ROOT, millis < 10 ? "%.2f ms" : "%.0f ms", millis);
  }

  static String ratio(double value) {
    return Double.isNaN(value) ? "" : String.format(Locale.ROOT, "%.2f", value);
  }

  static void progress(String text) {
    System.err.println("bench: " + text);
  }
}

package org.citygis.ingest.mapping;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.citygis.catalog.CodeList;
import org.jspecify.annotations.Nullable;

/**
 * Finds the code that a value of a file means: itself, the title of one, or what a user decided.
 */
public final class CodeMatcher {
  private static final String AMBIGUOUS = "";
  private static final double CLOSE_ENOUGH = 0.5;
  private static final double WHOLE_NUMBERS = 1e15;

  private final CodeList list;
  private final Map<String, String> decided;
  private final Set<String> codes = new HashSet<>();
  private final Map<String, String> byTitle = new HashMap<>();

  /**
   * @param decided by value of the file its code
   */
  public CodeMatcher(CodeList list, Map<String, String> decided) {
    this.list = list;
    this.decided = Map.copyOf(decided);
    for (CodeList.Entry entry : list.entries()) {
      codes.add(entry.code());
      title(entry.title().zh(), entry.code());
      title(entry.title().en(), entry.code());
    }
  }

  private void title(String title, String code) {
    byTitle.merge(
        FieldNaming.normal(title), code, (first, other) -> first.equals(other) ? first : AMBIGUOUS);
  }

  public boolean knows(String code) {
    return codes.contains(code);
  }

  /** The code to store; of several values parted by commas all must have one. */
  public Optional<String> find(String value) {
    String stripped = value.strip();
    String own = decided.get(value);
    if (own == null) {
      own = decided.get(stripped);
    }
    if (own != null) {
      return Optional.of(own);
    }
    if (codes.contains(stripped)) {
      return Optional.of(stripped);
    }
    String titled = byTitle.get(FieldNaming.normal(stripped));
    if (titled != null && !titled.equals(AMBIGUOUS)) {
      return Optional.of(titled);
    }
    return stripped.matches(".*[,，、].*") ? findAll(stripped) : Optional.empty();
  }

  private Optional<String> findAll(String values) {
    StringBuilder all = new StringBuilder();
    for (String value : values.split("[,，、]")) {
      Optional<String> code = value.isBlank() ? Optional.empty() : find(value);
      if (code.isEmpty()) {
        return Optional.empty();
      }
      all.append(all.isEmpty() ? "" : ",").append(code.get());
    }
    return Optional.of(all.toString());
  }

  /** The code whose title, or which itself, is written most like the value. */
  public Optional<String> suggest(String value) {
    String wanted = FieldNaming.normal(value);
    String best = null;
    double closest = CLOSE_ENOUGH;
    for (CodeList.Entry entry : list.entries()) {
      double likeness =
          Math.max(
              likeness(wanted, FieldNaming.normal(entry.code())),
              Math.max(
                  likeness(wanted, FieldNaming.normal(entry.title().zh())),
                  likeness(wanted, FieldNaming.normal(entry.title().en()))));
      if (likeness > closest) {
        closest = likeness;
        best = entry.code();
      }
    }
    return Optional.ofNullable(best);
  }

  /** 0 for strangers to 1 for equals; a word that begins or ends with the other is close. */
  private static double likeness(String a, String b) {
    if (a.isEmpty() || b.isEmpty() || a.length() > 100 || b.length() > 100) {
      return 0;
    }
    double edits = 1 - (double) distance(a, b) / Math.max(a.length(), b.length());
    boolean partly = a.startsWith(b) || b.startsWith(a) || a.endsWith(b) || b.endsWith(a);
    double share = (double) Math.min(a.length(), b.length()) / Math.max(a.length(), b.length());
    return partly ? Math.max(edits, CLOSE_ENOUGH + share / 2) : edits;
  }

  /** How many letters must be put, dropped or changed (V. Levenshtein). */
  private static int distance(String a, String b) {
    int[] above = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      above[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] row = new int[b.length() + 1];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(change, 1 + Math.min(above[j], row[j - 1]));
      }
      above = row;
    }
    return above[b.length()];
  }

  /** The text of a value as codes are written; null for what cannot be one. */
  public static @Nullable String text(@Nullable Object value) {
    if (value instanceof Double number
        && number == Math.rint(number)
        && Math.abs(number) < WHOLE_NUMBERS) {
      return String.valueOf(number.longValue());
    }
    return value == null || value.toString().isBlank() ? null : value.toString();
  }
}

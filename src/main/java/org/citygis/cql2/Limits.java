package org.citygis.cql2;

import org.citygis.problem.Problem;
import org.citygis.text.Text;

/** How large a filter may be, counted while it is read, so that none can exhaust the server. */
final class Limits {
  static final int MAX_LENGTH = 100_000;
  static final int MAX_DEPTH = 60;
  static final int MAX_NODES = 5_000;
  static final int MAX_LIST = 1_000;
  static final int MAX_VERTICES = 10_000;

  private int depth;
  private int nodes;
  private int vertices;

  static void checkLength(String text) {
    if (text.length() > MAX_LENGTH) {
      throw tooMuch("过滤条件", "the filter", MAX_LENGTH, "个字符", "characters");
    }
  }

  /** Databases take neither the character 0 nor half of one, which an escape of JSON may write. */
  static String checked(String text, Place place) {
    boolean isHalf = text.codePoints().anyMatch(c -> c >= 0xD800 && c <= 0xDFFF);
    if (isHalf || text.indexOf('\0') >= 0) {
      throw Places.refusal(
          place,
          text.replace('\0', '?'),
          Text.of("不含 NUL 及半个字符的文本", "text without NUL or half characters"));
    }
    return text;
  }

  void enter() {
    if (++depth > MAX_DEPTH) {
      throw tooMuch("过滤条件的嵌套", "the nesting of the filter", MAX_DEPTH, "层", "levels");
    }
  }

  void leave() {
    depth--;
  }

  void node() {
    if (++nodes > MAX_NODES) {
      throw tooMuch("过滤条件", "the filter", MAX_NODES, "个运算与值", "operators and values");
    }
  }

  void vertex() {
    if (++vertices > MAX_VERTICES) {
      throw tooMuch("过滤条件的图形", "the shapes of the filter", MAX_VERTICES, "个顶点", "vertices");
    }
  }

  void checkList(int size) {
    if (size > MAX_LIST) {
      throw tooMuch("IN 的列表", "the list of IN", MAX_LIST, "个值", "values");
    }
  }

  private static Problem.TooLarge tooMuch(
      String whatZh, String whatEn, int limit, String unitZh, String unitEn) {
    return new Problem.TooLarge(
        Text.of(
            "%s过大：最多 %d %s。".formatted(whatZh, limit, unitZh),
            "Too much: %s may have at most %d %s.".formatted(whatEn, limit, unitEn)));
  }
}

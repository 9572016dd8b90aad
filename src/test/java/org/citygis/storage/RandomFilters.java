package org.citygis.storage;

import java.util.List;
import java.util.Random;

/** Random CQL2 text on the table of {@link FilterContract}: every operator, nested. */
final class RandomFilters {
  private static final List<String> WORDS =
      List.of(
          "a", "A", "ab", "Ab", "é", "É", "e", "straße", "STRASSE", "武汉", "武汉市", "武漢", "𠮷野家", "ｶ",
          "100%", "a_b", "a\\b", "x y", "ΣΑΣ", "σας", "", "O''Neil");
  private static final List<String> PATTERNS =
      List.of(
          "a%",
          "%b", "_", "__", "%武%", "武汉_", "100\\%", "a\\_b", "%", "_野家", "É", "%s%", "", "a_%");
  private static final List<String> SHAPES =
      List.of(
          "POINT(3 3)",
          "POINT(2 5)",
          "MULTIPOINT((1 1), (4 4))",
          "LINESTRING(0 0, 6 6)",
          "LINESTRING(2 2, 2 6, 6 6)",
          "MULTILINESTRING((0 3, 8 3), (3 0, 3 8))",
          "POLYGON((2 2, 6 2, 6 6, 2 6, 2 2))",
          "POLYGON((0 0, 9 0, 9 9, 0 9, 0 0), (3 3, 5 3, 5 5, 3 5, 3 3))",
          "MULTIPOLYGON(((0 0, 2 0, 2 2, 0 2, 0 0)), ((4 4, 7 4, 7 7, 4 7, 4 4)))",
          "GEOMETRYCOLLECTION(POINT(3 3), LINESTRING(4 4, 6 4), POLYGON((0 0, 2 0, 2 2, 0 2, 0 0)))",
          "POINT Z (3 3 9)",
          "BBOX(2, 2, 5, 5)",
          "BBOX(3, 3, 3, 3)",
          "BBOX(1, 1, 0, 6, 3, 9)",
          "geometry");
  private static final List<String> RELATIONS =
      List.of(
          "S_INTERSECTS",
          "S_EQUALS",
          "S_DISJOINT",
          "S_TOUCHES",
          "S_WITHIN",
          "S_OVERLAPS",
          "S_CROSSES",
          "S_CONTAINS");
  private static final List<String> TIMES =
      List.of(
          "T_AFTER",
          "T_BEFORE",
          "T_CONTAINS",
          "T_DISJOINT",
          "T_DURING",
          "T_EQUALS",
          "T_FINISHEDBY",
          "T_FINISHES",
          "T_INTERSECTS",
          "T_MEETS",
          "T_METBY",
          "T_OVERLAPPEDBY",
          "T_OVERLAPS",
          "T_STARTEDBY",
          "T_STARTS");
  private static final List<String> COMPARISONS = List.of("=", "<>", "<", "<=", ">", ">=");

  private final Random random;

  RandomFilters(long seed) {
    this.random = new Random(seed);
  }

  String condition(int depth) {
    if (depth > 0 && random.nextInt(3) > 0) {
      return switch (random.nextInt(3)) {
        case 0 -> "(%s AND %s)".formatted(condition(depth - 1), condition(depth - 1));
        case 1 -> "(%s OR %s)".formatted(condition(depth - 1), condition(depth - 1));
        default -> "NOT (%s)".formatted(condition(depth - 1));
      };
    }
    return switch (random.nextInt(14)) {
      case 0, 1 -> "%s %s %s".formatted(number(2), one(COMPARISONS), number(1));
      case 2, 3 -> "%s %s %s".formatted(text(), one(COMPARISONS), text());
      case 4 -> "%s %sLIKE %s".formatted(like("name"), not(), "'" + one(PATTERNS) + "'");
      case 5 -> "CASEI(name) %sLIKE CASEI('%s')".formatted(not(), one(PATTERNS));
      case 6 -> "%s %sBETWEEN %s AND %s".formatted(number(1), not(), number(0), number(0));
      case 7 ->
          random.nextBoolean()
              ? "n %sIN (%s, %s, 3)".formatted(not(), number(0), number(0))
              : "%s %sIN (%s, %s)".formatted(text(), not(), quoted(), quoted());
      case 8 ->
          "%s IS %sNULL"
              .formatted(
                  one(
                      List.of(
                          "name", "n", "x", "(n / x)", "geometry", "CASEI(name)", "day", "fid")),
                  not());
      case 9, 10 -> {
        boolean first = random.nextBoolean();
        String shape = one(SHAPES);
        yield one(RELATIONS) + (first ? "(geometry, " + shape + ")" : "(" + shape + ", geometry)");
      }
      case 11 -> "%s(%s, %s)".formatted(one(TIMES), days(), days());
      case 12 -> "%s(%s, %s)".formatted(one(TIMES), moments(), moments());
      default ->
          one(
              List.of(
                  "flag = TRUE",
                  "flag <> FALSE",
                  "day %s DATE('2020-01-0%d')".formatted(one(COMPARISONS), 1 + random.nextInt(9)),
                  "seen %s TIMESTAMP('2020-01-0%dT00:00:00Z')"
                      .formatted(one(COMPARISONS), 1 + random.nextInt(9)),
                  "seen %s DATE('2020-01-0%d')".formatted(one(COMPARISONS), 1 + random.nextInt(9)),
                  "day %s TIMESTAMP('2020-01-0%dT20:00:00Z')"
                      .formatted(one(COMPARISONS), 1 + random.nextInt(9)),
                  "day < until",
                  "(n > 3) = TRUE",
                  "FALSE"));
    };
  }

  private String not() {
    return random.nextInt(3) == 0 ? "NOT " : "";
  }

  private String like(String name) {
    return switch (random.nextInt(4)) {
      case 0 -> "ACCENTI(%s)".formatted(name);
      case 1 -> "ACCENTI(CASEI(%s))".formatted(name);
      default -> name;
    };
  }

  private String number(int depth) {
    if (depth > 0 && random.nextBoolean()) {
      return "(%s %s %s)"
          .formatted(
              number(depth - 1),
              one(List.of("+", "-", "*", "/", "%", "div", "^")),
              number(depth - 1));
    }
    return one(List.of("n", "m", "x", "fid", "2", "0", "-3", "2.5", "7", "1e2", "0.1"));
  }

  private String text() {
    return switch (random.nextInt(6)) {
      case 0 -> "name";
      case 1 -> "other";
      case 2 -> "CASEI(name)";
      case 3 -> "CASEI(%s)".formatted(quoted());
      case 4 -> "ACCENTI(CASEI(name))";
      default -> quoted();
    };
  }

  private String quoted() {
    return "'" + one(WORDS) + "'";
  }

  private String days() {
    return one(
        List.of(
            "day",
            "until",
            "DATE('2020-01-0%d')".formatted(1 + random.nextInt(9)),
            "INTERVAL(day, until)",
            "INTERVAL('2020-01-02', '2020-01-0%d')".formatted(2 + random.nextInt(8)),
            "INTERVAL('..', '2020-01-05')",
            "INTERVAL(day, '..')",
            "INTERVAL('..', '..')"));
  }

  private String moments() {
    return one(
        List.of(
            "seen",
            "TIMESTAMP('2020-01-0%dT00:00:00Z')".formatted(1 + random.nextInt(9)),
            "DATE('2020-01-0%d')".formatted(1 + random.nextInt(9)),
            "INTERVAL('2020-01-02', '2020-01-0%dT12:00:00Z')".formatted(2 + random.nextInt(8)),
            "INTERVAL(seen, '2020-01-09')",
            "INTERVAL('..', seen)"));
  }

  private String one(List<String> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}

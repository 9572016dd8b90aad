package org.citygis.cql2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.citygis.geo.Box;
import org.citygis.geo.Crs;
import org.citygis.problem.Problem;
import org.geotools.api.filter.Filter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong is told with its place, what was found and what was expected. */
class RefusalTest {
  private static final List<Queryable> QUERYABLES =
      List.of(
          new Queryable("name", Kind.TEXT),
          new Queryable("floors", Kind.INTEGER),
          new Queryable("area", Kind.NUMBER),
          new Queryable("vacant", Kind.BOOLEAN),
          new Queryable("built", Kind.DATE),
          new Queryable("seen", Kind.DATETIME),
          new Queryable("geometry", Kind.GEOMETRY, "geom"));

  static Filter compile(String text) {
    return compile(FilterLanguage.TEXT, text, Crs.CRS84);
  }

  static Filter compile(FilterLanguage language, String text, Crs crs) {
    return language
        .read(text)
        .compile(new Target(QUERYABLES, crs, Crs.epsg(4547), new Box(111, 29, 117, 32)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "floors > |at character 9|expected the name of a field, a value or a condition",
        "floors >> 5|at character 9|'>' is wrong",
        "floors = 5 AND|at character 15|expected the name",
        "floors = 5 floors|at character 12|expected AND, OR or the end",
        "name = 'open|at character 8|text that ends with '",
        "name LIKE floors|at character 11|a pattern in single quotes",
        "floors IN ()|at character 12|a value",
        "floors IN (1, 2|at character 16|expected ')'",
        "floors IS 5|at character 11|expected NULL",
        "floors NOT 5|at character 12|LIKE, BETWEEN, IN",
        "vacant|at character 7|a comparison operator",
        "nowhere = 1|at character 1|name, floors, area, vacant, built, seen, geometry",
        "floors = 'many'|at character 8|expected an integer",
        "name = 5|at character 6|expected text",
        "vacant < TRUE|at character 8|= / <>",
        "built = 'soon'|at character 7|a date such as",
        "built > TIMESTAMP('2020-13-01T00:00:00Z')|at character 19|a time such as",
        "geometry = 5|at character 1|S_ predicates",
        "S_INTERSECTS(name, POINT(1 2))|at character 14|the layer's shape",
        "S_INTERSECTS(geometry, 5)|at character 24|the layer's shape",
        "S_INTERSECTS(geometry, POINT(1))|at character 31|a number",
        "S_INTERSECTS(geometry, POLYGON((1 1, 2 2, 3 3)))|at character 32|a closed ring",
        "S_INTERSECTS(geometry, POLYGON((114 30, 115 31, 115 30, 114 31, 114 30)))"
            + "|at character 24|does not cross itself",
        "S_INTERSECTS(geometry, POINT EMPTY)|at character 30|'EMPTY' is wrong",
        "S_INTERSECTS(geometry, BBOX(1, 2, 3))|at character 29|four numbers",
        "T_AFTER(floors, DATE('2020-01-01'))|at character 9|a field of times",
        "T_DURING(seen, INTERVAL('2021-01-01', '2020-01-01'))|at character 25|not after its end",
        "floors + 'x' > 1|at character 8|numbers or numeric fields",
        "CASEI(floors) = 'x'|at character 1|text or a text field",
        "1e999 < floors|at character 1|1.7e308",
        "name = buffer(name)|at character 8|there are no functions",
        "floors = [1]|at character 10|no array predicates",
        "floors ; DROP TABLE x|at character 8|';' is wrong",
      })
  void aWrongFilterIsPointedAt(String text, String place, String expected) {
    assertThatThrownBy(() -> compile(text))
        .isInstanceOfSatisfying(
            Problem.Invalid.class,
            p -> {
              assertThat(p.detail().en()).contains(place).contains(expected);
              assertThat(p.detail().zh()).contains("应为");
              assertThat(p.parameter()).isEqualTo("filter");
              int character = Integer.parseInt(place.replace("at character ", ""));
              assertThat(p.position()).isEqualTo(character - 1);
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"op\":\"=\",\"args\":[{\"property\":\"floors\"}]}|/args|2 arguments",
        "{\"op\":\"and\",\"args\":[true]}|/args|at least two",
        "{\"op\":\"=\",\"args\":[{\"property\":5},1]}|/args/0/property|text",
        "{\"op\":\"=\",\"args\":[{\"property\":\"nowhere\"},1]}|/args/0|floors",
        "{\"op\":\"nosuch\",\"args\":[]}|/op|there are no functions",
        "{\"op\":\"=\",\"args\":[{\"property\":\"floors\"},null]}|/args/1|text, a number",
        "{\"op\":\"=\"|at character 10|complete JSON",
        "[1,2]|''|no array predicates",
      })
  void aWrongJsonFilterIsPointedAt(String json, String place, String expected) {
    assertThatThrownBy(() -> compile(FilterLanguage.JSON, json, Crs.CRS84))
        .isInstanceOfSatisfying(
            Problem.Invalid.class,
            p -> assertThat(p.detail().en()).contains(place).contains(expected));
  }

  @Test
  void swappedAxesAreAskedAbout() {
    assertThatThrownBy(() -> compile("S_INTERSECTS(geometry, POINT(30.6 114.3))"))
        .hasMessageContaining("did you mean '114.3 30.6'");
    assertThatThrownBy(() -> compile("S_INTERSECTS(geometry, BBOX(30, 114, 31, 115))"))
        .hasMessageContaining("did you mean '114 30'");
    assertThatThrownBy(
            () ->
                compile(
                    FilterLanguage.TEXT,
                    "S_INTERSECTS(geometry, POINT(114.3 30.6))",
                    Crs.epsg(4490)))
        .hasMessageContaining("did you mean '30.6 114.3'");
    compile(FilterLanguage.TEXT, "S_INTERSECTS(geometry, POINT(30.6 114.3))", Crs.epsg(4490));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(",
        "NOT ",
        "floors = 1 + (",
        "CASEI(",
        "floors ^ ",
        "- ",
        "GEOMETRYCOLLECTION(",
        "1 + "
      })
  void deepFiltersAreRefusedNotRun(String step) {
    for (int depth : new int[] {100, 10_000}) {
      String text = step.repeat(depth);
      assertThatThrownBy(() -> FilterLanguage.TEXT.read(text))
          .isInstanceOfAny(Problem.TooLarge.class, Problem.Invalid.class);
    }
    String json = "{\"op\":\"not\",\"args\":[".repeat(3_000);
    assertThatThrownBy(() -> FilterLanguage.JSON.read(json)).isInstanceOf(Problem.class);
  }

  @Test
  void limitsAreNamed() {
    assertThatThrownBy(() -> compile("name = '" + "x".repeat(100_001) + "'"))
        .hasMessageContaining("100000 characters");
    assertThatThrownBy(() -> compile("floors IN (1" + ", 1".repeat(1_000) + ")"))
        .hasMessageContaining("1000 values");
    assertThatThrownBy(() -> compile("floors = 1" + " OR floors = 1".repeat(3_000)))
        .hasMessageContaining("5000 operators and values");
    assertThatThrownBy(
            () -> compile("S_INTERSECTS(geometry, LINESTRING(1 1" + ", 1 1".repeat(10_000) + "))"))
        .hasMessageContaining("10000 vertices");
    assertThatThrownBy(() -> compile("(".repeat(61) + "floors = 1"))
        .isInstanceOf(Problem.TooLarge.class)
        .hasMessageContaining("60 levels");
    compile("(".repeat(50) + "floors = 1" + ")".repeat(50));
  }
}

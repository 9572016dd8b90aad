package org.citygis.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import tools.jackson.databind.JsonNode;

/** Values for parameters and bodies, right and wrong. */
final class FuzzValues {
  private static final List<String> NASTY =
      List.of(
          "",
          " ",
          "0",
          "-1",
          "1e309",
          "NaN",
          "99999999999999999999",
          "null",
          "true",
          "'; DROP TABLE layers; --",
          "\" OR 1=1",
          "${jndi:ldap://x}",
          "../../etc/passwd",
          "%00",
          "\u0000",
          "云川市𠮷",
          "\u202e\ufeff",
          "<script>",
          ",",
          ",,,,,,",
          "1,2,3",
          "114,30,113,29",
          "1,2,3,4,5,6,7",
          "a/b/..",
          "../..",
          "2026-13-45T99:99:99Z",
          "http://www.opengis.net/def/crs/EPSG/0/99999",
          "(((((((((((((((((((",
          "name = ",
          "NOT NOT NOT name = 'x'",
          "{\"op\":\"=\",\"args\":[]}",
          "S_INTERSECTS(geom, POLYGON((0 0)))",
          "x".repeat(3_000),
          "[".repeat(2_000));

  private static final List<String> FILTERS =
      List.of(
          "name = 'x'",
          "name LIKE '%a%' AND NOT (name IS NULL)",
          "S_INTERSECTS(geom, BBOX(113, 29, 115, 31))",
          "fid > 1",
          "1 = 1",
          "nonsense IN (1, 2)",
          "{\"op\":\"=\",\"args\":[{\"property\":\"name\"},\"x\"]}");

  private static final List<String> BODIES =
      List.of(
          "",
          "{}",
          "[]",
          "null",
          "{\"type\":\"Feature\"",
          "{\"type\":\"Feature\",\"geometry\":null,\"properties\":{}}",
          "{\"type\":\"Feature\",\"geometry\":{\"type\":\"Point\",\"coordinates\":[\"a\",1e400]},\"properties\":{}}",
          "{\"type\":\"Feature\",\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[114,30]]]},\"properties\":null}",
          "{\"type\":\"Feature\",\"geometry\":{\"type\":\"Circle\"},\"properties\":{\"code\":{\"a\":[1]}}}",
          "{\"properties\":{\"no_such_field\":1}}",
          "{\"properties\":{\"code\":99999999999999999999,\"name\":[]}}",
          "{\"properties\":{\"name\":\"\\u0000'; DROP TABLE layers\"}}",
          "{\"geometry\":{\"type\":\"Point\",\"coordinates\":[]}}",
          "[".repeat(5_000),
          "{\"properties\":" + "{\"a\":".repeat(1_500) + "1" + "}".repeat(1_501));

  private final Random random;

  FuzzValues(Random random) {
    this.random = random;
  }

  String any(JsonNode schema, boolean nasty) {
    return nasty ? of(NASTY) : right(schema);
  }

  String header(boolean nasty) {
    String value = nasty ? of(NASTY).replaceAll("[^\\x20-\\x7e]", "?") : "W/\"x\"";
    return value.isBlank() ? "x" : value.strip();
  }

  String body() {
    return of(BODIES);
  }

  private String right(JsonNode schema) {
    if (schema.has("enum")) {
      return schema.get("enum").get(random.nextInt(schema.get("enum").size())).asString();
    }
    return switch (schema.path("type").asString("")) {
      case "integer" -> String.valueOf(1 + random.nextInt(20));
      case "number" -> String.valueOf(random.nextInt(1000) / 8.0);
      case "boolean" -> String.valueOf(random.nextBoolean());
      case "array" -> list(schema);
      default ->
          switch (schema.path("format").asString("")) {
            case "date" -> "2026-01-31";
            case "date-time" -> "2026-01-31T08:15:00+08:00";
            default -> random.nextBoolean() ? of(FILTERS) : "2026-01-31/..";
          };
    };
  }

  private String list(JsonNode schema) {
    JsonNode items = schema.get("items");
    if (items.path("type").asString("").equals("number")) {
      double west = 113 + random.nextDouble();
      double south = 29.5 + random.nextDouble();
      return "%s,%s,%s,%s".formatted(west, south, west + 0.5, south + 0.5);
    }
    List<String> chosen = new ArrayList<>();
    for (int i = 0; i <= random.nextInt(2); i++) {
      chosen.add(right(items));
    }
    return String.join(",", chosen);
  }

  private String of(List<String> all) {
    return all.get(random.nextInt(all.size()));
  }
}

package org.citygis.cql2;

import org.citygis.cql2.Expression.Arithmetic;
import org.citygis.cql2.Expression.BooleanLiteral;
import org.citygis.cql2.Expression.Folded;
import org.citygis.cql2.Expression.NumberLiteral;
import org.citygis.cql2.Expression.Property;
import org.citygis.cql2.Expression.ShapeLiteral;
import org.citygis.cql2.Expression.TextLiteral;
import org.citygis.text.Text;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads what CQL2 JSON compares: literals, names, arithmetic, folded text. */
final class JsonOperands {
  private static final Text VALUE =
      Text.of(
          "字段 {\"property\": …}、文本、数值、true/false、日期、时段、GeoJSON 图形或 bbox",
          "{\"property\": …}, text, a number, true/false, a time, an interval, a GeoJSON shape or a bbox");

  private final JsonReader reader;
  private final Limits limits;
  private final Places places;

  JsonOperands(JsonReader reader, Limits limits, Places places) {
    this.reader = reader;
    this.limits = limits;
    this.places = places;
  }

  /** Arithmetic or folding, null for any other operation. */
  @Nullable Expression operation(String op, JsonNode args, String at) {
    for (ArithmeticOperator operator : ArithmeticOperator.values()) {
      if (operator.sign().equalsIgnoreCase(op)) {
        reader.count(args, 2, at);
        return new Arithmetic(operator, reader.argument(args, 0, at), reader.argument(args, 1, at));
      }
    }
    for (Folding folding : Folding.values()) {
      if (folding.name().equalsIgnoreCase(op)) {
        reader.count(args, 1, at);
        return new Folded(folding, reader.argument(args, 0, at));
      }
    }
    return null;
  }

  Expression literal(JsonNode json, String at) {
    if (json.isString()) {
      return new TextLiteral(Limits.checked(json.asString(), Place.pointer(at)));
    }
    if (json.isNumber()) {
      return new NumberLiteral(Tokens.number(json.asString(), Place.pointer(at)));
    }
    if (json.isBoolean()) {
      return new BooleanLiteral(json.asBoolean());
    }
    if (json.isArray()) {
      throw JsonReader.refusal(json, at, Refused.ARRAYS);
    }
    if (json.isObject() && json.has("function")) {
      throw Refused.call(Place.pointer(at), json.get("function").path("name").asString(""));
    }
    if (json.isObject() && json.has("coordinates") || json.has("geometries")) {
      return new ShapeLiteral(new GeoJsonReader(limits).read(json, at));
    }
    if (json.isObject() && json.size() == 1) {
      Expression single = single(json, at);
      if (single != null) {
        return single;
      }
    }
    throw JsonReader.refusal(json, at, VALUE);
  }

  /** An object with one member, which tells what it is. */
  private @Nullable Expression single(JsonNode json, String at) {
    String name = json.propertyNames().iterator().next();
    JsonNode value = json.get(name);
    String inside = at + "/" + name;
    return switch (name) {
      case "property" -> new Property(string(value, inside));
      case "date" -> Times.date(string(value, inside), Place.pointer(inside));
      case "timestamp" -> Times.timestamp(string(value, inside), Place.pointer(inside));
      case "interval" -> interval(value, inside);
      case "bbox" -> box(value, inside);
      default -> null;
    };
  }

  private static String string(JsonNode json, String at) {
    if (!json.isString()) {
      throw JsonReader.refusal(json, at, Text.of("文本", "text"));
    }
    return json.asString();
  }

  private Expression interval(JsonNode json, String at) {
    if (!json.isArray() || json.size() != 2) {
      throw JsonReader.refusal(json, at, Text.of("两端 [起, 止]", "two ends [start, end]"));
    }
    return Times.interval(
        end(json.get(0), at + "/0"), end(json.get(1), at + "/1"), Place.pointer(at));
  }

  private @Nullable Expression end(JsonNode json, String at) {
    limits.node();
    if (json.isString()) {
      Expression end = Times.end(json.asString(), Place.pointer(at));
      return end == null ? null : places.put(end, Place.pointer(at));
    }
    Expression end = reader.expression(json, at);
    return switch (end) {
      case Property property -> property;
      case Expression.DateLiteral date -> date;
      case Expression.TimestampLiteral time -> time;
      default -> throw JsonReader.refusal(json, at, Times.END);
    };
  }

  private static Expression box(JsonNode json, String at) {
    double[] numbers = new double[json.size()];
    for (int i = 0; i < numbers.length; i++) {
      if (!json.isArray() || !json.get(i).isNumber()) {
        throw JsonReader.refusal(json, at, Text.of("数值的列表", "a list of numbers"));
      }
      numbers[i] = Tokens.number(json.get(i).asString(), Place.pointer(at + "/" + i)).doubleValue();
    }
    return Boxes.of(numbers, Place.pointer(at));
  }
}

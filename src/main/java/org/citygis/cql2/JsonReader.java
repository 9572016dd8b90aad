package org.citygis.cql2;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.citygis.cql2.Condition.And;
import org.citygis.cql2.Condition.Between;
import org.citygis.cql2.Condition.Comparison;
import org.citygis.cql2.Condition.Constant;
import org.citygis.cql2.Condition.In;
import org.citygis.cql2.Condition.IsNull;
import org.citygis.cql2.Condition.Like;
import org.citygis.cql2.Condition.Not;
import org.citygis.cql2.Condition.Or;
import org.citygis.cql2.Condition.Spatial;
import org.citygis.cql2.Condition.Temporal;
import org.citygis.cql2.Expression.BooleanLiteral;
import org.citygis.cql2.Expression.Truth;
import org.citygis.text.Text;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads CQL2 JSON; a refusal tells the place as a JSON pointer. */
final class JsonReader {
  private static final Text CONDITION =
      Text.of("条件 {\"op\": …, \"args\": […]}", "a condition {\"op\": …, \"args\": […]}");
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  private final JsonNode root;
  private final Limits limits = new Limits();
  private final Places places = new Places();
  private final JsonOperands operands = new JsonOperands(this, limits, places);

  JsonReader(String text) {
    Limits.checkLength(text);
    try {
      this.root = JSON.readTree(text);
    } catch (JacksonException e) {
      int at = (int) Math.max(0, e.getLocation() == null ? 0 : e.getLocation().getCharOffset());
      int end = Math.min(at, text.length());
      throw Places.refusal(
          Place.character(end),
          end == text.length() ? "…" : text.substring(end),
          Text.of("完整的 JSON，名称不重复", "complete JSON without repeated names"));
    }
  }

  Parsed read() {
    return new Parsed(condition(root, ""), places, false);
  }

  Condition condition(JsonNode json, String at) {
    return switch (node(json, at)) {
      case Condition condition -> condition;
      case BooleanLiteral literal -> new Constant(literal.value());
      case Expression expression -> throw refusal(json, at, CONDITION);
    };
  }

  Expression expression(JsonNode json, String at) {
    return switch (node(json, at)) {
      case Expression expression -> expression;
      case Condition condition -> places.put(new Truth(condition), Place.pointer(at));
    };
  }

  private Node node(JsonNode json, String at) {
    limits.node();
    limits.enter();
    Node node =
        json.isObject() && json.has("op") ? operation(json, at) : operands.literal(json, at);
    limits.leave();
    return places.put(node, Place.pointer(at));
  }

  private Node operation(JsonNode json, String at) {
    JsonNode name = json.get("op");
    JsonNode args = json.get("args");
    if (!name.isString() || args == null || !args.isArray()) {
      throw refusal(json, at, CONDITION);
    }
    String op = name.asString();
    String inside = at + "/args";
    for (ComparisonOperator operator : ComparisonOperator.values()) {
      if (operator.sign().equals(op)) {
        count(args, 2, inside);
        return new Comparison(operator, argument(args, 0, inside), argument(args, 1, inside));
      }
    }
    return switch (op.toLowerCase(Locale.ROOT)) {
      case "and" -> new And(conditions(args, inside));
      case "or" -> new Or(conditions(args, inside));
      case "not" -> {
        count(args, 1, inside);
        yield new Not(condition(args.get(0), inside + "/0"));
      }
      case "like" -> {
        count(args, 2, inside);
        yield new Like(argument(args, 0, inside), argument(args, 1, inside));
      }
      case "between" -> {
        count(args, 3, inside);
        yield new Between(
            argument(args, 0, inside), argument(args, 1, inside), argument(args, 2, inside));
      }
      case "in" -> in(args, inside);
      case "isnull" -> {
        count(args, 1, inside);
        yield new IsNull(argument(args, 0, inside));
      }
      default -> relation(op, json, args, at);
    };
  }

  private Node relation(String op, JsonNode json, JsonNode args, String at) {
    String inside = at + "/args";
    String word = op.toUpperCase(Locale.ROOT);
    if (Refused.isKnown(word) && word.startsWith("S_")) {
      count(args, 2, inside);
      return new Spatial(
          SpatialOperator.valueOf(word), argument(args, 0, inside), argument(args, 1, inside));
    }
    if (Refused.isKnown(word) && word.startsWith("T_")) {
      count(args, 2, inside);
      return new Temporal(
          TemporalOperator.valueOf(word), argument(args, 0, inside), argument(args, 1, inside));
    }
    Expression expression = operands.operation(op, args, inside);
    if (expression == null) {
      throw Refused.call(Place.pointer(at + "/op"), op);
    }
    return expression;
  }

  private Condition in(JsonNode args, String inside) {
    count(args, 2, inside);
    JsonNode values = args.get(1);
    if (!values.isArray() || values.isEmpty()) {
      throw refusal(values, inside + "/1", Text.of("非空的值列表", "a list of values, not empty"));
    }
    limits.checkList(values.size());
    List<Expression> list = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      list.add(expression(values.get(i), inside + "/1/" + i));
    }
    return new In(argument(args, 0, inside), list);
  }

  private List<Condition> conditions(JsonNode args, String at) {
    if (args.size() < 2) {
      throw refusal(args, at, Text.of("至少两个条件", "at least two conditions"));
    }
    List<Condition> conditions = new ArrayList<>();
    for (int i = 0; i < args.size(); i++) {
      conditions.add(condition(args.get(i), at + "/" + i));
    }
    return conditions;
  }

  Expression argument(JsonNode args, int index, String at) {
    return expression(args.get(index), at + "/" + index);
  }

  void count(JsonNode args, int wanted, String at) {
    if (args.size() != wanted) {
      throw refusal(args, at, Text.of("%d 个参数".formatted(wanted), wanted + " arguments"));
    }
  }

  static RuntimeException refusal(JsonNode json, String at, Text expected) {
    return Places.refusal(Place.pointer(at), json.toString(), expected);
  }
}

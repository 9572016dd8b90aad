package org.citygis.cql2;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
import org.citygis.cql2.Expression.Arithmetic;
import org.citygis.cql2.Expression.BooleanLiteral;
import org.citygis.cql2.Expression.BoxLiteral;
import org.citygis.cql2.Expression.DateLiteral;
import org.citygis.cql2.Expression.Folded;
import org.citygis.cql2.Expression.Interval;
import org.citygis.cql2.Expression.NumberLiteral;
import org.citygis.cql2.Expression.Property;
import org.citygis.cql2.Expression.ShapeLiteral;
import org.citygis.cql2.Expression.TextLiteral;
import org.citygis.cql2.Expression.TimestampLiteral;
import org.citygis.cql2.Expression.Truth;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Writes a condition as CQL2 JSON. */
final class JsonWriter {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private JsonWriter() {}

  static String write(Condition condition) {
    return JSON.writeValueAsString(json(condition));
  }

  private static Object json(Condition condition) {
    return switch (condition) {
      case And and -> op("and", and.parts().stream().map(JsonWriter::json).toList());
      case Or or -> op("or", or.parts().stream().map(JsonWriter::json).toList());
      case Not not -> op("not", List.of(json(not.condition())));
      case Constant constant -> constant.value();
      case Comparison comparison ->
          op(comparison.operator().sign(), comparison.left(), comparison.right());
      case Like like -> op("like", like.text(), like.pattern());
      case Between between -> op("between", between.value(), between.low(), between.high());
      case In in ->
          op("in", List.of(json(in.value()), in.list().stream().map(JsonWriter::json).toList()));
      case IsNull isNull -> op("isNull", isNull.value());
      case Spatial spatial -> op(spatial.operator().json(), spatial.left(), spatial.right());
      case Temporal temporal -> op(temporal.operator().json(), temporal.left(), temporal.right());
    };
  }

  private static Map<String, Object> op(String name, Expression... arguments) {
    List<Object> args = new ArrayList<>();
    for (Expression argument : arguments) {
      args.add(json(argument));
    }
    return op(name, args);
  }

  private static Map<String, Object> op(String name, List<Object> args) {
    Map<String, Object> operation = new java.util.LinkedHashMap<>();
    operation.put("op", name);
    operation.put("args", args);
    return operation;
  }

  private static Object json(Expression expression) {
    return switch (expression) {
      case Property property -> Map.of("property", property.name());
      case TextLiteral text -> text.value();
      case NumberLiteral number -> number.value();
      case BooleanLiteral literal -> literal.value();
      case DateLiteral date -> Map.of("date", date.value().toString());
      case TimestampLiteral time -> Map.of("timestamp", time.value().toString());
      case Interval interval ->
          Map.of("interval", List.of(end(interval.from()), end(interval.to())));
      case ShapeLiteral shape -> GeoJsonShapes.json(shape.shape());
      case BoxLiteral box ->
          Map.of("bbox", List.of(box.first1(), box.second1(), box.first2(), box.second2()));
      case Arithmetic arithmetic ->
          op(arithmetic.operator().sign(), arithmetic.left(), arithmetic.right());
      case Folded folded -> op(folded.folding().name().toLowerCase(Locale.ROOT), folded.text());
      case Truth truth -> json(truth.condition());
    };
  }

  private static Object end(@Nullable Expression end) {
    return switch (end) {
      case null -> "..";
      case DateLiteral date -> date.value().toString();
      case TimestampLiteral time -> time.value().toString();
      default -> json(end);
    };
  }
}

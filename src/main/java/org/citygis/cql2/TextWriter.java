package org.citygis.cql2;

import java.util.List;
import java.util.stream.Collectors;
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

/** Writes a condition as CQL2 text, with parentheses wherever they may matter. */
final class TextWriter {

  String write(Condition condition) {
    return switch (condition) {
      case And and -> joined(and.parts(), " AND ");
      case Or or -> joined(or.parts(), " OR ");
      case Not not -> "NOT " + inner(not.condition());
      case Constant constant -> constant.value() ? "TRUE" : "FALSE";
      case Comparison comparison ->
          "%s %s %s"
              .formatted(
                  write(comparison.left()),
                  comparison.operator().sign(),
                  write(comparison.right()));
      case Like like -> "%s LIKE %s".formatted(write(like.text()), write(like.pattern()));
      case Between between ->
          "%s BETWEEN %s AND %s"
              .formatted(write(between.value()), write(between.low()), write(between.high()));
      case In in ->
          "%s IN (%s)"
              .formatted(
                  write(in.value()),
                  in.list().stream().map(this::write).collect(Collectors.joining(", ")));
      case IsNull isNull -> write(isNull.value()) + " IS NULL";
      case Spatial spatial ->
          call(spatial.operator().name(), write(spatial.left()), write(spatial.right()));
      case Temporal temporal ->
          call(temporal.operator().name(), write(temporal.left()), write(temporal.right()));
    };
  }

  private String joined(List<Condition> parts, String operator) {
    return parts.stream().map(this::inner).collect(Collectors.joining(operator));
  }

  private String inner(Condition condition) {
    return switch (condition) {
      case And and -> "(" + write(and) + ")";
      case Or or -> "(" + write(or) + ")";
      case Not not -> "(" + write(not) + ")";
      default -> write(condition);
    };
  }

  private static String call(String name, String... arguments) {
    return name + "(" + String.join(", ", arguments) + ")";
  }

  private String write(Expression expression) {
    return switch (expression) {
      case Property property -> name(property.name());
      case TextLiteral text -> quoted(text.value());
      case NumberLiteral number -> number.value().toString();
      case BooleanLiteral literal -> literal.value() ? "TRUE" : "FALSE";
      case DateLiteral date -> call("DATE", quoted(date.value().toString()));
      case TimestampLiteral time -> call("TIMESTAMP", quoted(time.value().toString()));
      case Interval interval -> call("INTERVAL", end(interval.from()), end(interval.to()));
      case ShapeLiteral shape -> WktWriter.write(shape.shape());
      case BoxLiteral box ->
          call(
              "BBOX",
              Numbers.shown(box.first1()),
              Numbers.shown(box.second1()),
              Numbers.shown(box.first2()),
              Numbers.shown(box.second2()));
      case Arithmetic arithmetic ->
          "(%s %s %s)"
              .formatted(
                  write(arithmetic.left()),
                  arithmetic.operator().sign(),
                  write(arithmetic.right()));
      case Folded folded -> call(folded.folding().name(), write(folded.text()));
      case Truth truth -> "(" + write(truth.condition()) + ")";
    };
  }

  private String end(@Nullable Expression end) {
    return switch (end) {
      case null -> "'..'";
      case DateLiteral date -> quoted(date.value().toString());
      case TimestampLiteral time -> quoted(time.value().toString());
      default -> write(end);
    };
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  /** Quotes what is not plainly a name. */
  private static String name(String name) {
    boolean plain =
        name.matches("[\\p{L}_][\\p{L}0-9_.]*")
            && !TextReader.isReserved(name)
            && !name.equalsIgnoreCase("TRUE")
            && !name.equalsIgnoreCase("FALSE");
    return plain ? name : '"' + name.replace("\"", "\"\"") + '"';
  }
}

package org.citygis.cql2;

import java.math.BigDecimal;
import java.util.stream.Collectors;
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
import org.citygis.problem.Problem;
import org.citygis.text.Text;
import org.geotools.api.filter.FilterFactory;

/** Compiles what conditions compare, with its kind. */
final class Operands {
  private static final FilterFactory FILTERS = Compiler.FILTERS;

  private final Target target;
  private final Places places;

  Operands(Target target, Places places) {
    this.target = target;
    this.places = places;
  }

  /** A value that comparisons take; a shape is refused. */
  Scalar scalar(Expression expression) {
    return switch (expression) {
      case Property property -> property(property);
      case TextLiteral text -> literal(Kind.TEXT, text.value());
      case NumberLiteral number -> literal(number.value());
      case BooleanLiteral truth -> literal(Kind.BOOLEAN, truth.value());
      case DateLiteral date -> literal(Kind.DATE, date.value());
      case TimestampLiteral time -> literal(Kind.DATETIME, time.value());
      case Arithmetic arithmetic -> arithmetic(arithmetic);
      case Folded folded -> folded(folded);
      case Interval interval ->
          throw places.refusal(
              interval, "INTERVAL", Text.of("T_ 谓词中的时段", "an interval inside a T_ predicate"));
      case ShapeLiteral shape ->
          throw places.refusal(shape, shape.shape().getGeometryType(), Kind.GEOMETRY.expected());
      case BoxLiteral box -> throw places.refusal(box, "BBOX", Kind.GEOMETRY.expected());
      case Truth truth ->
          throw places.refusal(
              truth, "(…)", Text.of("值而不是条件", "a value in place of the condition"));
    };
  }

  /** A value or the layer's shape, for asking whether there is one. */
  org.geotools.api.filter.expression.Expression any(Expression expression) {
    return expression instanceof Property property
        ? FILTERS.property(find(property).column())
        : scalar(expression).expression();
  }

  Queryable find(Property property) {
    return target.queryables().stream()
        .filter(q -> q.name().equals(property.name()))
        .findFirst()
        .orElseThrow(() -> unknown(property));
  }

  private Problem.Invalid unknown(Property property) {
    String known =
        target.queryables().stream().map(Queryable::name).collect(Collectors.joining(", "));
    return places.refusal(
        property,
        property.name(),
        Text.of("该图层的字段之一：" + known, "one of the layer's properties: " + known));
  }

  private Scalar property(Property property) {
    Queryable queryable = find(property);
    if (queryable.kind() == Kind.GEOMETRY) {
      throw places.refusal(property, property.name(), Kind.GEOMETRY.expected());
    }
    return new Scalar(queryable.kind(), FILTERS.property(queryable.column()), false);
  }

  /** Whole numbers stay whole, so that large ones compare exactly. */
  private static Scalar literal(BigDecimal value) {
    boolean isLong = value.scale() <= 0 && value.precision() - value.scale() <= 18;
    return isLong
        ? literal(Kind.INTEGER, value.longValueExact())
        : literal(Kind.NUMBER, value.doubleValue());
  }

  static Scalar literal(Kind kind, Object value) {
    return new Scalar(kind, FILTERS.literal(value), true);
  }

  private Scalar arithmetic(Arithmetic arithmetic) {
    Scalar left = numeric(arithmetic.left(), arithmetic);
    Scalar right = numeric(arithmetic.right(), arithmetic);
    return new Scalar(
        Kind.NUMBER,
        new ArithmeticFunction(arithmetic.operator(), left.expression(), right.expression()),
        left.isLiteral() && right.isLiteral());
  }

  private Scalar numeric(Expression expression, Arithmetic arithmetic) {
    Scalar scalar = scalar(expression);
    if (!scalar.kind().isNumeric()) {
      throw places.refusal(
          arithmetic, shown(scalar), Text.of("数值字段或数值", "numbers or numeric fields"));
    }
    return scalar;
  }

  private Scalar folded(Folded folded) {
    Scalar text = scalar(folded.text());
    if (text.kind() != Kind.TEXT) {
      throw places.refusal(folded, shown(text), Text.of("文本字段或文本", "text or a text field"));
    }
    return text.isLiteral()
        ? literal(
            Kind.TEXT,
            FoldingFunction.apply(
                folded.folding(), String.valueOf(text.expression().evaluate(null))))
        : new Scalar(Kind.TEXT, new FoldingFunction(folded.folding(), text.expression()), false);
  }

  static String shown(Scalar scalar) {
    return String.valueOf(
        scalar.expression() instanceof org.geotools.api.filter.expression.Literal literal
            ? literal.getValue()
            : scalar.expression());
  }
}

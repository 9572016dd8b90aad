package org.citygis.style;

import java.util.ArrayList;
import java.util.List;
import org.geotools.api.filter.And;
import org.geotools.api.filter.BinaryComparisonOperator;
import org.geotools.api.filter.Filter;
import org.geotools.api.filter.Not;
import org.geotools.api.filter.Or;
import org.geotools.api.filter.PropertyIsBetween;
import org.geotools.api.filter.PropertyIsEqualTo;
import org.geotools.api.filter.PropertyIsGreaterThan;
import org.geotools.api.filter.PropertyIsGreaterThanOrEqualTo;
import org.geotools.api.filter.PropertyIsLessThan;
import org.geotools.api.filter.PropertyIsLessThanOrEqualTo;
import org.geotools.api.filter.PropertyIsLike;
import org.geotools.api.filter.PropertyIsNotEqualTo;
import org.geotools.api.filter.PropertyIsNull;
import org.geotools.api.filter.expression.Add;
import org.geotools.api.filter.expression.BinaryExpression;
import org.geotools.api.filter.expression.Divide;
import org.geotools.api.filter.expression.Expression;
import org.geotools.api.filter.expression.Function;
import org.geotools.api.filter.expression.Literal;
import org.geotools.api.filter.expression.Multiply;
import org.geotools.api.filter.expression.PropertyName;
import org.geotools.api.filter.expression.Subtract;
import org.jspecify.annotations.Nullable;

/**
 * Writes conditions and expressions as the arrays that the browser evaluates: {@code ["==", ["get",
 * "code"], "R2"]}. Only what {@link FilterReader} reads can occur.
 */
public final class ExpressionJson {
  private ExpressionJson() {}

  public static Object of(Filter filter) {
    return switch (filter) {
      case And and -> joined("all", and.getChildren());
      case Or or -> either(or.getChildren());
      case Not not -> List.of("!", of(not.getFilter()));
      case PropertyIsEqualTo f -> comparison("==", f);
      case PropertyIsNotEqualTo f -> comparison("!=", f);
      case PropertyIsLessThan f -> order("<", f);
      case PropertyIsLessThanOrEqualTo f -> order("<=", f);
      case PropertyIsGreaterThan f -> order(">", f);
      case PropertyIsGreaterThanOrEqualTo f -> order(">=", f);
      case PropertyIsBetween f ->
          List.of(
              "all",
              List.of(">=", of(f.getExpression()), number(f.getLowerBoundary())),
              List.of("<=", of(f.getExpression()), number(f.getUpperBoundary())));
      case PropertyIsNull f -> List.of("!", List.of("has", property(f.getExpression())));
      case PropertyIsLike f -> List.of("like", of(f.getExpression()), pattern(f));
      default -> throw new IllegalArgumentException("no JSON form of " + filter);
    };
  }

  public static @Nullable Object of(Expression expression) {
    return switch (expression) {
      case Literal literal -> literal.getValue();
      case PropertyName property -> List.of("get", property.getPropertyName());
      case LangFunction lang ->
          List.of(LangFunction.NAME, property(lang.chinese()), property(lang.english()));
      case CategorizeFunction f -> step(f);
      case InterpolateFunction f -> interpolate(f);
      case RecodeFunction f -> match(f);
      case SafeFunction f -> function(f);
      case Function concatenate -> operation("concat", concatenate.getParameters());
      case Add e -> arithmetic("+", e);
      case Subtract e -> arithmetic("-", e);
      case Multiply e -> arithmetic("*", e);
      case Divide e -> arithmetic("/", e);
      default -> throw new IllegalArgumentException("no JSON form of " + expression);
    };
  }

  private static Object function(SafeFunction f) {
    List<@Nullable Object> all = new ArrayList<>();
    all.add(f.known().operator());
    for (Expression argument : f.getParameters()) {
      all.add(f.known().ofNumbers() ? number(argument) : of(argument));
    }
    return all;
  }

  private static Object step(CategorizeFunction f) {
    List<@Nullable Object> all = new ArrayList<>();
    all.add(f.thresholdsBelongToSucceeding() ? "step" : "step-above");
    all.add(of(f.input()));
    all.add(of(f.values().get(0)));
    for (int i = 0; i < f.thresholds().size(); i++) {
      all.add(f.thresholds().get(i));
      all.add(of(f.values().get(i + 1)));
    }
    return orElse(all, f);
  }

  private static Object interpolate(InterpolateFunction f) {
    List<@Nullable Object> all = new ArrayList<>();
    all.add("interpolate");
    all.add(List.of(f.cosine() ? "cosine" : "linear"));
    all.add(of(f.input()));
    for (int i = 0; i < f.points().size(); i++) {
      all.add(f.points().get(i));
      all.add(of(f.values().get(i)));
    }
    return orElse(all, f);
  }

  private static Object match(RecodeFunction f) {
    List<@Nullable Object> all = new ArrayList<>();
    all.add("match");
    all.add(of(f.input()));
    for (int i = 0; i < f.codes().size(); i++) {
      all.add(f.codes().get(i));
      all.add(of(f.values().get(i)));
    }
    all.add(f.fallback() == null ? null : of(f.fallback()));
    return all;
  }

  /** A step or interpolation has no place for a fallback. */
  private static Object orElse(List<@Nullable Object> lookup, LookupFunction f) {
    return f.fallback() == null ? lookup : List.of("coalesce", lookup, of(f.fallback()));
  }

  private static String property(Expression expression) {
    return ((PropertyName) expression).getPropertyName();
  }

  private static Object joined(String operator, List<Filter> parts) {
    List<Object> all = new ArrayList<>();
    all.add(operator);
    parts.forEach(part -> all.add(of(part)));
    return all;
  }

  /** One property that equals one of several values is told shorter. */
  private static Object either(List<Filter> parts) {
    List<Object> values = new ArrayList<>();
    @Nullable Expression property = null;
    for (Filter part : parts) {
      boolean fits =
          part instanceof PropertyIsEqualTo equal
              && equal.getExpression1() instanceof PropertyName
              && equal.getExpression2() instanceof Literal
              && (property == null || property.equals(equal.getExpression1()));
      if (!fits) {
        return joined("any", parts);
      }
      PropertyIsEqualTo equal = (PropertyIsEqualTo) part;
      property = equal.getExpression1();
      values.add(of(equal.getExpression2()));
    }
    return property == null
        ? joined("any", parts)
        : List.of("in", of(property), List.of("literal", values));
  }

  private static Object comparison(String operator, BinaryComparisonOperator f) {
    return List.of(operator, of(f.getExpression1()), of(f.getExpression2()));
  }

  private static Object order(String operator, BinaryComparisonOperator f) {
    return List.of(operator, number(f.getExpression1()), number(f.getExpression2()));
  }

  private static Object arithmetic(String operator, BinaryExpression e) {
    return List.of(operator, number(e.getExpression1()), number(e.getExpression2()));
  }

  private static Object operation(String operator, List<Expression> arguments) {
    List<Object> all = new ArrayList<>();
    all.add(operator);
    arguments.forEach(argument -> all.add(of(argument)));
    return all;
  }

  /** A literal as a number where it is one. */
  private static @Nullable Object number(Expression expression) {
    if (expression instanceof Literal) {
      Double number = expression.evaluate(null, Double.class);
      if (number != null) {
        return number;
      }
    }
    return of(expression);
  }

  /**
   * The pattern with {@code %} for any text, {@code _} for one character and a backslash before
   * either.
   */
  private static String pattern(PropertyIsLike like) {
    String any = like.getWildCard();
    String one = like.getSingleChar();
    String escape = like.getEscape();
    String source = like.getLiteral();
    StringBuilder pattern = new StringBuilder();
    for (int i = 0; i < source.length(); i++) {
      if (!escape.isEmpty()
          && source.startsWith(escape, i)
          && i + escape.length() < source.length()) {
        i += escape.length();
        quoted(pattern, source.charAt(i));
      } else if (source.startsWith(any, i)) {
        pattern.append('%');
      } else if (source.startsWith(one, i)) {
        pattern.append('_');
      } else {
        quoted(pattern, source.charAt(i));
      }
    }
    return pattern.toString();
  }

  private static void quoted(StringBuilder pattern, char c) {
    if (c == '%' || c == '_' || c == '\\') {
      pattern.append('\\');
    }
    pattern.append(c);
  }
}

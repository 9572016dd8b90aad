package org.citygis.style;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.geotools.api.filter.Filter;
import org.geotools.api.filter.FilterFactory;
import org.geotools.api.filter.expression.Expression;
import org.geotools.api.filter.expression.Literal;
import org.geotools.api.filter.expression.PropertyName;
import org.geotools.factory.CommonFactoryFinder;
import org.jspecify.annotations.Nullable;

/**
 * Reads the conditions and expressions of OGC Filter 1.0 and 1.1, as SLD and SE use them, into
 * those of GeoTools.
 */
final class FilterReader {
  private static final FilterFactory FILTERS = CommonFactoryFinder.getFilterFactory();

  private FilterReader() {}

  /** The condition inside of a {@code <Filter>}. */
  static Filter filter(Element filter) {
    List<Element> conditions = used(filter);
    if (conditions.size() != 1) {
      throw filter.wrong(
          "<%s> 只能有一个条件，现有 %d 个",
          "<%s> holds one condition, not %d", filter.name(), conditions.size());
    }
    return condition(conditions.get(0));
  }

  static Expression literal(@Nullable Object value) {
    return FILTERS.literal(value);
  }

  /** The value of a parameter: its text, an expression, or both in turn, joined. */
  static Expression value(Element parameter) {
    List<Expression> parts = new ArrayList<>();
    for (Object part : parameter.content()) {
      if (part instanceof Element element) {
        parts.add(expression(element));
      } else if (!part.toString().isBlank()) {
        String text = part.toString();
        parts.add(
            FILTERS.literal(
                parameter.elements().isEmpty() ? text.strip() : text.replaceAll("\\s+", " ")));
      }
    }
    return switch (parts.size()) {
      case 0 -> FILTERS.literal("");
      case 1 -> parts.get(0);
      default -> concatenation(parts);
    };
  }

  static Expression expression(Element element) {
    return switch (element.name()) {
      case "PropertyName", "ValueReference" -> FILTERS.property(nameOf(element));
      case "Literal" -> FILTERS.literal(element.text());
      case "Add", "Sub", "Mul", "Div" ->
          safe(element, element.name(), List.of(operand(element, 0), operand(element, 1)));
      case "Function" -> function(element);
      case "Categorize" -> LookupReader.categorize(element);
      case "Interpolate" -> LookupReader.interpolate(element);
      case "Recode" -> LookupReader.recode(element);
      case "Concatenate" ->
          concatenation(element.all("StringValue").stream().map(FilterReader::value).toList());
      default -> throw element.notSupported("expression " + element.name());
    };
  }

  private static Filter condition(Element element) {
    return switch (element.name()) {
      case "And" -> FILTERS.and(conditions(element));
      case "Or" -> FILTERS.or(conditions(element));
      case "Not" -> FILTERS.not(filter(element));
      case "PropertyIsEqualTo" -> FILTERS.equal(text(element, 0), text(element, 1), true);
      case "PropertyIsNotEqualTo" -> FILTERS.notEqual(text(element, 0), text(element, 1), true);
      case "PropertyIsLessThan" -> FILTERS.less(operand(element, 0), operand(element, 1));
      case "PropertyIsLessThanOrEqualTo" ->
          FILTERS.lessOrEqual(operand(element, 0), operand(element, 1));
      case "PropertyIsGreaterThan" -> FILTERS.greater(operand(element, 0), operand(element, 1));
      case "PropertyIsGreaterThanOrEqualTo" ->
          FILTERS.greaterOrEqual(operand(element, 0), operand(element, 1));
      case "PropertyIsBetween" ->
          FILTERS.between(
              operand(element, 0),
              bound(element, "LowerBoundary"),
              bound(element, "UpperBoundary"));
      case "PropertyIsNull" -> FILTERS.isNull(property(element, operand(element, 0)));
      case "PropertyIsLike" -> like(element);
      default -> throw element.notSupported("condition " + element.name());
    };
  }

  private static Filter like(Element element) {
    String escape = element.attribute("escapeChar", element.attribute("escape", "\\"));
    Expression tested = text(element, 0);
    operand(element, 1);
    String pattern = used(element).get(1).text();
    return FILTERS.like(
        tested,
        matchCase(element) ? pattern : pattern.toLowerCase(Locale.ROOT),
        element.attribute("wildCard", "*"),
        element.attribute("singleChar", "."),
        escape,
        true);
  }

  /** An operand; in small letters where the comparison does not tell capitals from small ones. */
  private static Expression text(Element element, int index) {
    Expression operand = operand(element, index);
    if (matchCase(element)) {
      return operand;
    }
    return operand instanceof Literal literal
        ? FILTERS.literal(literal.toString().toLowerCase(Locale.ROOT))
        : new SafeFunction(SafeFunctions.find("strToLowerCase").orElseThrow(), List.of(operand));
  }

  private static boolean matchCase(Element element) {
    return Boolean.parseBoolean(element.attribute("matchCase", "true"));
  }

  private static List<Filter> conditions(Element element) {
    List<Filter> conditions = used(element).stream().map(FilterReader::condition).toList();
    if (conditions.isEmpty()) {
      throw element.wrong("<%s> 中没有条件", "<%s> holds no condition", element.name());
    }
    return conditions;
  }

  private static Expression bound(Element between, String name) {
    return operand(between.get(name), 0);
  }

  private static Expression operand(Element element, int index) {
    List<Element> operands = used(element);
    if (index >= operands.size()) {
      throw element.wrong(
          "<%s> 只有 %d 个操作数", "<%s> holds %d of its operands", element.name(), operands.size());
    }
    return expression(operands.get(index));
  }

  private static Expression function(Element element) {
    List<Expression> arguments = used(element).stream().map(FilterReader::expression).toList();
    String name = element.attribute("name", "");
    switch (name) {
      case LangFunction.NAME -> {
        if (arguments.size() != 2) {
          throw element.wrong(
              "lang 函数需要中文和英文两个属性", "lang takes the Chinese and the English property");
        }
        return new LangFunction(
            property(element, arguments.get(0)), property(element, arguments.get(1)));
      }
      case "Concatenate", "strConcat" -> {
        return concatenation(arguments);
      }
      default -> {
        return safe(element, name, arguments);
      }
    }
  }

  private static Expression safe(Element element, String name, List<Expression> arguments) {
    Expression lookup = LookupReader.function(element, name, arguments);
    if (lookup != null) {
      return lookup;
    }
    SafeFunctions.Known known =
        SafeFunctions.find(name).orElseThrow(() -> element.notSupported("function " + name));
    if (arguments.size() < known.least() || arguments.size() > known.most()) {
      throw element.wrong(
          "函数 %s 需要 %d 至 %d 个参数，现有 %d 个",
          "%s takes %d to %d arguments, not %d",
          name,
          known.least(),
          known.most(),
          arguments.size());
    }
    return new SafeFunction(known, arguments);
  }

  private static Expression property(Element element, Expression expression) {
    if (!(expression instanceof PropertyName)) {
      throw element.notSupported(element.name() + " of something else than a property");
    }
    return expression;
  }

  private static Expression concatenation(List<Expression> parts) {
    return FILTERS.function("Concatenate", parts.toArray(Expression[]::new));
  }

  /** A property's name without a namespace prefix. */
  private static String nameOf(Element element) {
    String name = element.text();
    return name.substring(name.indexOf(':') + 1);
  }

  private static List<Element> used(Element element) {
    element.content();
    return element.elements();
  }
}

package org.citygis.style;

import java.util.function.Function;
import java.util.regex.Pattern;
import org.geotools.api.filter.expression.Expression;
import org.geotools.api.filter.expression.Literal;
import org.jspecify.annotations.Nullable;

/** Reads the parameters of symbols and checks those that are constant. */
final class Values {
  private static final Pattern COLOR = Pattern.compile("#[0-9a-fA-F]{6}");

  private Values() {}

  /**
   * The {@code CssParameter} (SLD 1.0) or {@code SvgParameter} (SE 1.1) of this name; null when
   * there is none.
   */
  static @Nullable Element parameter(Element parent, String name) {
    for (Element child : parent.elements()) {
      boolean isParameter =
          child.name().equals("CssParameter") || child.name().equals("SvgParameter");
      if (isParameter && child.attribute("name", "").equals(name)) {
        return child.use();
      }
    }
    return null;
  }

  static String word(@Nullable Element element, String otherwise, String... allowed) {
    if (element == null) {
      return otherwise;
    }
    for (String word : allowed) {
      if (word.equals(element.text())) {
        return word;
      }
    }
    throw element.wrong(
        "“%s”应为 %s 之一", "'%s' is none of %s", element.text(), String.join(", ", allowed));
  }

  static Expression color(@Nullable Element element, String otherwise) {
    if (element == null) {
      return FilterReader.literal(otherwise);
    }
    return each(FilterReader.value(element), value -> color(element, value));
  }

  private static Expression color(Element element, Literal value) {
    if (!COLOR.matcher(value.toString()).matches()) {
      throw element.wrong(
          "“%s”不是 #rrggbb 形式的颜色", "'%s' is not a colour of the form #rrggbb", value);
    }
    return value;
  }

  /** The value with its constants changed, also those that a lookup chooses from. */
  private static Expression each(Expression value, Function<Literal, Expression> change) {
    return switch (value) {
      case Literal literal -> change.apply(literal);
      case LookupFunction lookup -> lookup.map(inner -> each(inner, change));
      default -> value;
    };
  }

  static Expression opacity(@Nullable Element element) {
    return number(element, 1, 0, 1);
  }

  static Expression length(@Nullable Element element, double otherwise) {
    return number(element, otherwise, 0, 1_000_000);
  }

  static Expression number(@Nullable Element element, double otherwise) {
    return number(element, otherwise, -1e9, 1e9);
  }

  static double constant(@Nullable Element element, double otherwise) {
    return element == null ? otherwise : number(element, element.text(), -1e9, 1e9);
  }

  static double number(Element element, String text, double least, double most) {
    try {
      double number = Double.parseDouble(text);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // reported below with what would be right
    }
    throw element.wrong(
        "“%s”不是 %s 至 %s 的数", "'%s' is not a number from %s to %s", text, plain(least), plain(most));
  }

  private static Expression number(
      @Nullable Element element, double otherwise, double least, double most) {
    if (element == null) {
      return FilterReader.literal(otherwise);
    }
    return each(
        FilterReader.value(element),
        value -> FilterReader.literal(number(element, value.toString(), least, most)));
  }

  private static String plain(double number) {
    return number == Math.rint(number) && Math.abs(number) < 1e15
        ? String.valueOf((long) number)
        : String.valueOf(number);
  }
}

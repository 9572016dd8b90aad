package org.citygis.features.labels;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.citygis.catalog.Catalog;
import org.citygis.catalog.Field;
import org.citygis.text.CityTime;
import org.citygis.text.Lang;
import org.citygis.text.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Values of fields as a person reads them. */
@Component
public class FieldLabels {
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(CityTime.ZONE);
  private static final Text YES = Text.of("是", "yes");
  private static final Text NO = Text.of("否", "no");
  private static final Map<String, String> UNITS = Map.of("m2", "m²", "m3", "m³", "km2", "km²");

  private final Catalog catalog;

  FieldLabels(Catalog catalog) {
    this.catalog = catalog;
  }

  /**
   * What a coded or formatted value means, in words; null for other fields and for unknown codes.
   */
  public @Nullable String meaning(Field field, @Nullable Object value, Lang lang) {
    if (value == null) {
      return null;
    }
    return switch (field.format()) {
      case OPENING_HOURS -> OpeningHoursText.find(value.toString(), lang).orElse(null);
      case null ->
          catalog.findLabel(field, value.toString()).map(text -> text.in(lang)).orElse(null);
    };
  }

  /**
   * The value to be read: a code with its title, city time, two-language yes and no; empty for
   * null.
   */
  public String shown(Field field, @Nullable Object value, Lang lang) {
    return switch (value) {
      case null -> "";
      case Boolean bool -> (bool ? YES : NO).in(lang);
      case Instant moment -> MOMENT.format(moment);
      case Double number -> plain(number);
      default -> {
        String meaning = meaning(field, value, lang);
        boolean isCode = field.format() == null && value.toString().indexOf(',') < 0;
        yield meaning == null ? value.toString() : isCode ? value + " " + meaning : meaning;
      }
    };
  }

  /** The field's name for people, with its unit. */
  public static String heading(Field field, Lang lang) {
    String unit = unit(field);
    String alias = field.alias().in(lang);
    return unit == null ? alias : alias + " (" + unit + ")";
  }

  public static @Nullable String unit(Field field) {
    return field.unit() == null ? null : UNITS.getOrDefault(field.unit(), field.unit());
  }

  private static String plain(double number) {
    return Double.isFinite(number)
        ? BigDecimal.valueOf(number)
            .setScale(3, RoundingMode.HALF_UP)
            .stripTrailingZeros()
            .toPlainString()
        : "";
  }
}

package org.citygis.web.geojson;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.citygis.text.CityTime;
import org.jspecify.annotations.Nullable;

/** How the value of a field is written as JSON: moments with the city's own offset. */
public final class JsonValues {
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ISO_OFFSET_DATE_TIME.withZone(CityTime.ZONE);

  private static final byte[] NULL = "null".getBytes(StandardCharsets.US_ASCII);

  private JsonValues() {}

  public static void write(@Nullable Object value, JsonBytes out) {
    switch (value) {
      case null -> out.raw(NULL);
      case Long integer -> out.integer(integer);
      case Double number -> out.number(number);
      case Boolean bool -> out.raw(bool ? "true" : "false");
      case Instant moment -> out.string(moment(moment));
      case LocalDate day -> out.string(day.toString());
      default -> out.string(value.toString());
    }
  }

  /** A text by its bytes in UTF-8. */
  public static void write(byte @Nullable [] utf8, JsonBytes out) {
    if (utf8 == null) {
      out.raw(NULL);
    } else {
      out.string(utf8);
    }
  }

  /** The value as text, as it stands in JSON but without quotes. */
  public static String text(Object value) {
    return value instanceof Instant moment ? moment(moment) : value.toString();
  }

  /** ISO 8601 with the city's offset. */
  public static String moment(Instant moment) {
    return MOMENT.format(moment);
  }
}

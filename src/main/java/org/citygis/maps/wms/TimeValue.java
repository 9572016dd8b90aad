package org.citygis.maps.wms;

import org.citygis.text.Text;

/** {@code TIME} of WMS in the words of OGC API's datetime. */
final class TimeValue {
  private TimeValue() {}

  /**
   * An instant or a span; of a span with a period ({@code a/b/P1D}) the period says nothing about
   * which features there are.
   */
  static String toDatetime(String time) {
    String[] parts = time.strip().split("/", -1);
    if (time.indexOf(',') >= 0 || parts.length > 3) {
      throw WmsException.invalid(
          "InvalidDimensionValue",
          "TIME",
          time,
          Text.of("一个时刻，或“起/止”", "an instant, or start/end"));
    }
    return parts.length == 3 ? parts[0] + "/" + parts[1] : time.strip();
  }
}

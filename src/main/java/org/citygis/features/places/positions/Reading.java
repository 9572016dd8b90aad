package org.citygis.features.places.positions;

import org.citygis.geo.Crs;
import org.citygis.geo.Geodesic;
import org.citygis.geo.LonLat;
import org.citygis.geo.MapShift;
import org.citygis.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * One way of reading a text of numbers.
 *
 * @param how it was read
 * @param accuracyMetres half of the last digit, or the size of a grid's square
 * @param bare whether nothing but its size says that the text is a position at all
 */
record Reading(
    LonLat place,
    Text how,
    Crs crs,
    @Nullable MapShift shift,
    double accuracyMetres,
    boolean bare) {
  /** What the services do exactly is not published: how near the approximation is held to come. */
  private static final double SHIFT_METRES = 5;

  /** A degree of latitude. */
  static final double METRES_PER_DEGREE = 111_195;

  /** The same with the displacement of a map service taken back. */
  Reading without(MapShift displacement) {
    double[] lonLat = {place.lon(), place.lat()};
    displacement.remove(lonLat, 1);
    LonLat restored = new LonLat(lonLat[0], lonLat[1]);
    long metres = Math.round(Geodesic.distanceMetres(place, restored));
    Text named =
        switch (displacement) {
          case GCJ_02 -> Text.of("GCJ-02（高德、腾讯）", "GCJ-02 (Amap, Tencent)");
          case BD_09 -> Text.of("BD-09（百度）", "BD-09 (Baidu)");
        };
    Text told =
        Text.of(
            "%s；按%s坐标纠偏 %d 米（公开近似算法，误差约数米）".formatted(how.zh(), named.zh(), metres),
            "%s; read as %s and moved back %d m by the published approximation, good to some metres"
                .formatted(how.en(), named.en(), metres));
    double accuracy = Math.max(accuracyMetres, SHIFT_METRES);
    return new Reading(restored, told, crs, displacement, accuracy, bare);
  }

  static String nameOf(MapShift shift) {
    return switch (shift) {
      case GCJ_02 -> "GCJ-02";
      case BD_09 -> "BD-09";
    };
  }
}

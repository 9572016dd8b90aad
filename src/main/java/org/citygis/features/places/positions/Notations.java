package org.citygis.features.places.positions;

import com.google.openlocationcode.OpenLocationCode;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import mil.nga.grid.features.Point;
import mil.nga.mgrs.MGRS;
import org.citygis.features.places.positions.Position.Notation;
import org.citygis.geo.Crs;
import org.citygis.geo.GaussKrueger;
import org.citygis.geo.LonLat;
import org.citygis.geo.MapShift;
import org.citygis.geo.Reprojection;
import org.citygis.text.Text;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;

/** A place in the notations that a city uses; each is read back as the same place. */
final class Notations {
  /** Where the projection has room for the whole pyramid of tiles. */
  private static final double MERCATOR_LATITUDE = 85.05;

  private static final double MGRS_SOUTH = -80;
  private static final double MGRS_NORTH = 84;

  private final Map<String, Notation> notations = new LinkedHashMap<>();

  private Notations() {}

  /** By name, in the order in which they are shown. */
  static Map<String, Notation> of(LonLat place) {
    Notations made = new Notations();
    double lon = place.lon();
    double lat = place.lat();
    made.add("decimal", "经纬度", "Longitude, latitude", degrees(lon, lat), Crs.epsg(4490));
    made.add("dms", "度分秒", "Degrees, minutes, seconds", sexagesimal(place), Crs.epsg(4490));
    GaussKrueger.findZone(3, lon).ifPresent(zone -> made.zone(zone, place));
    made.shifted("gcj_02", "GCJ-02（高德、腾讯）", "GCJ-02 (Amap, Tencent)", place, MapShift.GCJ_02);
    made.shifted("bd_09", "BD-09（百度）", "BD-09 (Baidu)", place, MapShift.BD_09);
    if (Math.abs(lat) <= MERCATOR_LATITUDE) {
      Coordinate plane = Reprojection.between(Crs.CRS84, Crs.WEB_MERCATOR).apply(lon, lat);
      made.add(
          "web_mercator",
          "Web 墨卡托",
          "Web Mercator",
          written("%.2f, %.2f", plane.x, plane.y),
          Crs.WEB_MERCATOR);
    }
    if (lat > MGRS_SOUTH && lat < MGRS_NORTH) {
      made.add(
          "mgrs",
          "军用格网（MGRS）",
          "Military grid (MGRS)",
          MGRS.from(Point.point(lon, lat)).toString(),
          null);
    }
    made.add("plus_code", "Plus Code", "Plus code", OpenLocationCode.encode(lat, lon, 11), null);
    return made.notations;
  }

  /** Degrees with their hemispheres, as a title. */
  static Text title(LonLat place) {
    String lon = written("%.6f°", Math.abs(place.lon()));
    String lat = written("%.6f°", Math.abs(place.lat()));
    return Text.of(
        "%s %s，%s %s"
            .formatted(place.lon() < 0 ? "西经" : "东经", lon, place.lat() < 0 ? "南纬" : "北纬", lat),
        "%s %s, %s %s"
            .formatted(lon, place.lon() < 0 ? "W" : "E", lat, place.lat() < 0 ? "S" : "N"));
  }

  /** With and without the number of the zone; X is the northing, as surveyors have it. */
  private void zone(GaussKrueger.Zone zone, LonLat place) {
    Coordinate plane = Reprojection.between(Crs.CRS84, zone.crs()).apply(place.lon(), place.lat());
    Crs numbered = new GaussKrueger.Zone(3, zone.meridian(), true).crs();
    add(
        "gauss_kruger",
        "CGCS2000 3 度带 %d°".formatted(zone.meridian()),
        "CGCS2000 3-degree %d°E".formatted(zone.meridian()),
        written("X=%.3f Y=%.3f", plane.y, plane.x),
        zone.crs());
    add(
        "gauss_kruger_numbered",
        "CGCS2000 3 度带第 %d 带".formatted(zone.number()),
        "CGCS2000 3-degree zone %d".formatted(zone.number()),
        written("X=%.3f Y=%.3f", plane.y, zone.number() * 1e6 + plane.x),
        numbered);
  }

  /** Only where the map services shift. */
  private void shifted(String name, String zh, String en, LonLat place, MapShift shift) {
    double[] lonLat = {place.lon(), place.lat()};
    shift.apply(lonLat, 1);
    if (lonLat[0] != place.lon() || lonLat[1] != place.lat()) {
      add(name, zh, en, degrees(lonLat[0], lonLat[1]), null);
    }
  }

  private void add(String name, String zh, String en, String text, @Nullable Crs crs) {
    notations.put(name, new Notation(Text.of(zh, en), text, crs == null ? null : crs.code()));
  }

  private static String degrees(double lon, double lat) {
    return written("%.7f, %.7f", lon, lat);
  }

  private static String sexagesimal(LonLat place) {
    return sexagesimal(place.lat(), 'N', 'S') + " " + sexagesimal(place.lon(), 'E', 'W');
  }

  private static String sexagesimal(double degrees, char positive, char negative) {
    long thousandths = Math.round(Math.abs(degrees) * 3_600_000);
    return String.format(
        Locale.ROOT,
        "%d°%02d′%06.3f″%c",
        thousandths / 3_600_000,
        thousandths / 60_000 % 60,
        thousandths % 60_000 / 1000.0,
        degrees < 0 ? negative : positive);
  }

  private static String written(String format, Object... numbers) {
    return String.format(Locale.ROOT, format, numbers);
  }
}

package org.citygis.features.places.positions;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.citygis.geo.Box;
import org.citygis.geo.Crs;
import org.citygis.geo.GaussKrueger;
import org.citygis.geo.GaussKrueger.Zone;
import org.citygis.geo.LonLat;
import org.citygis.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * Easting and northing in either order: of the system that the text names, of the Gauss-Krueger
 * zone whose number stands in front of the easting, of the zones that the city lies in, or of Web
 * Mercator in China.
 */
final class MetreReadings {
  /** Smaller numbers are no eastings or northings of a city. */
  private static final double LEAST = 10_000;

  /** Zones are used beyond their edge, where a city crosses it. */
  private static final double BEYOND_DEGREES = 0.75;

  private static final Box CHINA = new Box(73, 3, 136, 54);

  private final Statement statement;
  private final @Nullable Box city;
  private final @Nullable LonLat focus;
  private final List<Reading> readings = new ArrayList<>();

  private MetreReadings(Statement statement, @Nullable Box city, @Nullable LonLat focus) {
    this.statement = statement;
    this.city = city;
    this.focus = focus;
  }

  /**
   * @param city in longitude and latitude, null where there is no layer yet
   * @param focus the place around which somebody searches
   */
  static List<Reading> of(
      Pair pair, Statement statement, @Nullable Box city, @Nullable LonLat focus) {
    MetreReadings found = new MetreReadings(statement, city, focus);
    Part first = pair.first();
    Part second = pair.second();
    if (first.isMetres()
        && second.isMetres()
        && first.metres() >= LEAST
        && second.metres() >= LEAST
        && statement.shift == null
        && !statement.latitudeFirst) {
      Part.Axis a = first.axisOfMetres();
      Part.Axis b = second.axisOfMetres();
      if (isOr(a, Part.Axis.EASTWARD) && isOr(b, Part.Axis.NORTHWARD)) {
        found.read(first, second, true);
      }
      if (isOr(a, Part.Axis.NORTHWARD) && isOr(b, Part.Axis.EASTWARD)) {
        found.read(second, first, false);
      }
    }
    return found.readings;
  }

  private static boolean isOr(Part.Axis axis, Part.Axis wanted) {
    return axis == wanted || axis == Part.Axis.EITHER;
  }

  private void read(Part eastward, Part northward, boolean eastingFirst) {
    double easting = eastward.metres();
    double northing = northward.metres();
    double accuracy = Math.max(eastward.halfDigit(), northward.halfDigit());
    Crs named = statement.crs;
    if (named != null) {
      Planes.find(named, easting, northing)
          .ifPresent(
              place -> add(place, told(named.code(), named.code(), eastingFirst), named, accuracy));
      return;
    }
    for (Zone zone : zones(easting)) {
      findIn(zone, easting, northing)
          .ifPresent(
              place ->
                  add(place, told(zoneZh(zone), zoneEn(zone), eastingFirst), zone.crs(), accuracy));
    }
    if (statement.meridian == 0 && statement.zoneDegrees == 0) {
      Planes.find(Crs.WEB_MERCATOR, easting, northing)
          .filter(place -> CHINA.envelope().contains(place.lon(), place.lat()))
          .ifPresent(
              place ->
                  add(
                      place,
                      told("Web 墨卡托", "Web Mercator", eastingFirst),
                      Crs.WEB_MERCATOR,
                      accuracy));
    }
  }

  private void add(LonLat place, Text how, Crs crs, double accuracy) {
    readings.add(new Reading(place, how, crs, null, accuracy, false));
  }

  /** The zones that an easting may be of, the likelier first. */
  private Set<Zone> zones(double easting) {
    Set<Zone> zones = new LinkedHashSet<>();
    if (easting >= 1_000_000) {
      GaussKrueger.findNumbered((int) (easting / 1_000_000))
          .filter(zone -> statement.meridian == 0 || statement.meridian == zone.meridian())
          .ifPresent(zones::add);
      return zones;
    }
    for (int degrees : new int[] {3, 6}) {
      if (statement.zoneDegrees != 0 && statement.zoneDegrees != degrees) {
        continue;
      }
      if (statement.meridian != 0) {
        GaussKrueger.findZone(degrees, statement.meridian)
            .filter(zone -> zone.meridian() == statement.meridian)
            .ifPresent(zones::add);
      } else {
        around(degrees).forEach(zone -> addOnce(zones, zone));
      }
    }
    return zones;
  }

  /** A zone of three degrees and one of six about the same meridian have the same numbers. */
  private static void addOnce(Set<Zone> zones, Zone zone) {
    if (zones.stream().noneMatch(it -> it.meridian() == zone.meridian())) {
      zones.add(zone);
    }
  }

  private List<Zone> around(int degrees) {
    List<Zone> zones = new ArrayList<>();
    if (city != null) {
      for (double lon : new double[] {(city.minX() + city.maxX()) / 2, city.minX(), city.maxX()}) {
        GaussKrueger.findZone(degrees, lon).ifPresent(zones::add);
      }
    }
    if (focus != null) {
      GaussKrueger.findZone(degrees, focus.lon()).ifPresent(zones::add);
    }
    return zones;
  }

  private static Optional<LonLat> findIn(Zone zone, double easting, double northing) {
    double reach = zone.degrees() / 2.0 + BEYOND_DEGREES;
    return Planes.find(zone.crs(), easting, northing)
        .filter(place -> Math.abs(place.lon() - zone.meridian()) <= reach)
        .filter(place -> place.lat() >= CHINA.minY() && place.lat() <= CHINA.maxY());
  }

  private static String zoneZh(Zone zone) {
    return "CGCS2000 %d 度带%s，中央经线 %d°（%s）"
        .formatted(
            zone.degrees(),
            zone.numbered() ? "第 " + zone.number() + " 带" : "",
            zone.meridian(),
            zone.crs());
  }

  private static String zoneEn(Zone zone) {
    return "CGCS2000 %d-degree Gauss-Kruger%s, central meridian %d°E (%s)"
        .formatted(
            zone.degrees(),
            zone.numbered() ? " zone " + zone.number() : "",
            zone.meridian(),
            zone.crs());
  }

  private static Text told(String zh, String en, boolean eastingFirst) {
    return Text.of(
        "%s，先%s".formatted(zh, eastingFirst ? "东坐标后北坐标" : "北坐标后东坐标"),
        "%s, %s first".formatted(en, eastingFirst ? "easting" : "northing"));
  }
}

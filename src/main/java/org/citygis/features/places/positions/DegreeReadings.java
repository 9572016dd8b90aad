package org.citygis.features.places.positions;

import java.util.ArrayList;
import java.util.List;
import org.citygis.geo.Crs;
import org.citygis.geo.LonLat;
import org.citygis.geo.MapShift;
import org.citygis.text.Text;

/** Longitude and latitude in either order, as decimals or in minutes and seconds. */
final class DegreeReadings {
  private static final Text[] FORMS = {
    Text.of("十进制度", "Decimal degrees"),
    Text.of("度分", "Degrees and minutes"),
    Text.of("度分秒", "Degrees, minutes and seconds")
  };
  private static final Crs CGCS2000 = Crs.epsg(4490);

  private DegreeReadings() {}

  static List<Reading> of(Pair pair, Statement statement) {
    Part first = pair.first();
    Part second = pair.second();
    Crs crs = statement.crs == null ? CGCS2000 : statement.crs;
    List<Reading> readings = new ArrayList<>();
    if (!first.isAngle() || !second.isAngle() || !crs.isGeographic()) {
      return readings;
    }
    Part.Axis a = first.axisOfDegrees();
    Part.Axis b = second.axisOfDegrees();
    if (a != Part.Axis.NORTHWARD && b != Part.Axis.EASTWARD && !statement.latitudeFirst) {
      add(readings, first, second, true, crs, statement);
    }
    if (a != Part.Axis.EASTWARD && b != Part.Axis.NORTHWARD) {
      add(readings, second, first, false, crs, statement);
    }
    return readings;
  }

  private static void add(
      List<Reading> readings,
      Part eastward,
      Part northward,
      boolean longitudeFirst,
      Crs crs,
      Statement statement) {
    double lon = eastward.degrees();
    double lat = northward.degrees();
    boolean contradiction =
        eastward.axisOfDegrees() == Part.Axis.CONTRADICTION
            || northward.axisOfDegrees() == Part.Axis.CONTRADICTION;
    if (contradiction || Math.abs(lon) > 180 || Math.abs(lat) > 90) {
      return;
    }
    double half = Math.max(eastward.halfDigitDegrees(), northward.halfDigitDegrees());
    Reading reading =
        new Reading(
            new LonLat(lon, lat),
            told(eastward, northward, longitudeFirst, crs),
            crs,
            null,
            half * Reading.METRES_PER_DEGREE,
            eastward.isBare() && northward.isBare());
    MapShift shift = statement.shift;
    readings.add(shift == null ? reading : reading.without(shift));
  }

  private static Text told(Part eastward, Part northward, boolean longitudeFirst, Crs crs) {
    int numbers = Math.max(eastward.measures().size(), northward.measures().size());
    Text form = FORMS[numbers - 1];
    String system = crs.srid() == 4326 ? "WGS 84" : "CGCS2000";
    return Text.of(
        "%s，先%s，%s".formatted(form.zh(), longitudeFirst ? "经度后纬度" : "纬度后经度", system),
        "%s, %s first, %s".formatted(form.en(), longitudeFirst ? "longitude" : "latitude", system));
  }
}

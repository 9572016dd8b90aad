package org.citygis.maps.wms;

import java.util.Locale;
import org.citygis.geo.Box;
import org.citygis.geo.Crs;
import org.citygis.maps.Kvp;
import org.citygis.problem.Problem;
import org.citygis.text.Text;

/** The two versions of the service. */
enum WmsVersion {
  V1_1_1("1.1.1", "SRS", "InvalidSRS", "application/vnd.ogc.se_xml", "X", "Y"),
  V1_3_0("1.3.0", "CRS", "InvalidCRS", "text/xml", "I", "J");

  final String number;

  /** The parameter that names the reference system. */
  final String crsParameter;

  final String invalidCrs;
  final String exceptionType;
  final String column;
  final String row;

  WmsVersion(
      String number,
      String crsParameter,
      String invalidCrs,
      String exceptionType,
      String column,
      String row) {
    this.number = number;
    this.crsParameter = crsParameter;
    this.invalidCrs = invalidCrs;
    this.exceptionType = exceptionType;
    this.column = column;
    this.row = row;
  }

  /**
   * The version to answer in: the newest one that is not newer than asked for, and the oldest for
   * who asks for an older one. Where nothing is said, the name of a parameter tells.
   */
  static WmsVersion of(Kvp kvp) {
    String asked = kvp.find("VERSION", kvp.find("WMTVER", ""));
    if (asked.isEmpty()) {
      return kvp.find("SRS") != null && kvp.find("CRS") == null ? V1_1_1 : V1_3_0;
    }
    return asked.compareTo("1.3.0") >= 0 ? V1_3_0 : V1_1_1;
  }

  /** The system of that name; CRS:84 is longitude and latitude, in that order. */
  Crs crs(String name) {
    String upper = name.toUpperCase(Locale.ROOT);
    try {
      return upper.equals("CRS:84") ? Crs.CRS84 : Crs.parse(crsParameter, name);
    } catch (Problem.Invalid unknown) {
      throw unknownCrs(name);
    }
  }

  WmsException unknownCrs(String name) {
    return new WmsException(
        invalidCrs,
        crsParameter,
        Text.of(
            "没有坐标系“%s”；应为 GetCapabilities 所列之一，如 EPSG:3857。".formatted(name),
            "There is no reference system '%s'; expected one that GetCapabilities lists, such as EPSG:3857."
                .formatted(name)));
  }

  /** What the service calls a system. */
  String name(Crs crs) {
    return crs.equals(Crs.CRS84) ? this == V1_3_0 ? "CRS:84" : "EPSG:4326" : crs.code();
  }

  private boolean isNorthFirst(Crs crs) {
    return this == V1_3_0 && crs.northFirst();
  }

  /** {@code BBOX} in the order of the version's axes. */
  Box box(String text, Crs crs) {
    String[] parts = text.split(",", -1);
    double[] n = new double[4];
    boolean sound = parts.length == 4;
    for (int i = 0; i < 4 && sound; i++) {
      try {
        n[i] = Double.parseDouble(parts[i].strip());
        sound = Double.isFinite(n[i]);
      } catch (NumberFormatException e) {
        sound = false;
      }
    }
    if (!sound || !(n[0] < n[2] && n[1] < n[3])) {
      throw new WmsException(
          "InvalidParameterValue",
          "BBOX",
          Text.of(
              "BBOX 的值“%s”不正确，应为“最小值1,最小值2,最大值1,最大值2”四个数，且最小值小于最大值。".formatted(shown(text)),
              "The value '%s' of BBOX is wrong; expected four numbers min1,min2,max1,max2 with min < max."
                  .formatted(shown(text))));
    }
    return isNorthFirst(crs) ? new Box(n[1], n[0], n[3], n[2]) : new Box(n[0], n[1], n[2], n[3]);
  }

  /** minx, miny, maxx, maxy in the order of the version's axes. */
  double[] inOrder(Box box, Crs crs) {
    return isNorthFirst(crs)
        ? new double[] {box.minY(), box.minX(), box.maxY(), box.maxX()}
        : new double[] {box.minX(), box.minY(), box.maxX(), box.maxY()};
  }

  static String shown(String text) {
    return text.length() <= 100 ? text : text.substring(0, 100) + "…";
  }
}

package org.citygis.format;

import java.util.Locale;
import org.citygis.geo.Crs;
import org.citygis.geo.MapShift;
import org.citygis.problem.Problem;
import org.citygis.text.Text;
import org.geotools.api.referencing.crs.ProjectedCRS;
import org.jspecify.annotations.Nullable;

/**
 * The reference system that a file is wanted in: one of the EPSG register, or the shifted degrees
 * of a Chinese map service.
 *
 * @param crs the system; CRS84 where a shift is applied to it
 * @param shift null for true positions
 */
public record TargetSystem(Crs crs, @Nullable MapShift shift) {
  private static final Text EXPECTED =
      Text.of(
          "EPSG 库中的平面或经纬度坐标系（如 EPSG:4547）、OGC:CRS84、GCJ02 或 BD09",
          "a projected or geographic system of the EPSG register such as EPSG:4547, OGC:CRS84,"
              + " GCJ02 or BD09");

  public static TargetSystem of(Crs crs) {
    return new TargetSystem(crs, null);
  }

  public static TargetSystem parse(String parameter, String text) {
    switch (text.strip().toUpperCase(Locale.ROOT)) {
      case "GCJ02", "GCJ-02":
        return new TargetSystem(Crs.CRS84, MapShift.GCJ_02);
      case "BD09", "BD-09":
        return new TargetSystem(Crs.CRS84, MapShift.BD_09);
      default:
        return of(plane(parameter, text));
    }
  }

  /**
   * A system of two axes.
   *
   * @throws Problem.Invalid for others, such as geocentric or vertical ones
   */
  public static Crs plane(String parameter, String text) {
    Crs crs;
    try {
      crs = Crs.parse(parameter, text);
    } catch (Problem.Invalid notInRegister) {
      throw Problem.Invalid.parameter(parameter, text, EXPECTED);
    }
    boolean mapped = crs.isGeographic() || crs.geotools() instanceof ProjectedCRS;
    if (!mapped || crs.geotools().getCoordinateSystem().getDimension() != 2) {
      throw Problem.Invalid.parameter(parameter, text, EXPECTED);
    }
    return crs;
  }

  public boolean isShifted() {
    return shift != null;
  }

  /** {@code EPSG:4547}, {@code OGC:CRS84}, {@code GCJ-02}, {@code BD-09}. */
  public String code() {
    return switch (shift) {
      case null -> crs.code();
      case GCJ_02 -> "GCJ-02";
      case BD_09 -> "BD-09";
    };
  }

  /** What a reader of the file should know of the system. */
  public Text description() {
    return shift == null
        ? Text.same(crs.code() + " " + crs.name())
        : Text.of(
            code() + "（经纬度已按互联网地图偏移，不是 WGS 84，也不是 CGCS2000）",
            code()
                + " (longitudes and latitudes shifted as Chinese map services do; neither WGS 84"
                + " nor CGCS2000)");
  }

  /** Digits after the point that keep a tenth of a millimetre. */
  public int digits() {
    return crs.isGeographic() ? 9 : 4;
  }
}

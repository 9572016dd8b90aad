package org.citygis.maps.wms;

import java.awt.Color;
import java.util.List;
import org.citygis.geo.Box;
import org.citygis.geo.Crs;
import org.citygis.maps.Kvp;
import org.citygis.maps.Pictures;
import org.citygis.maps.draw.MapLayer;
import org.citygis.maps.draw.View;
import org.citygis.maps.image.ImageFormat;
import org.citygis.problem.Problem;
import org.citygis.text.Lang;
import org.citygis.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * A map that was asked for.
 *
 * @param background null for a transparent one
 */
record GetMap(View view, List<MapLayer> layers, @Nullable Color background, ImageFormat format) {
  /** Dots per inch of a screen with pixels of 0.28 mm, and what browsers take for one. */
  private static final double USUAL_DPI = 90.714;

  private static final double BROWSER_DPI = 96;

  /** Reads the parameters of the frame alone, which GetFeatureInfo has too. */
  static View view(Kvp kvp, WmsVersion version, Lang lang, Pictures pictures) {
    String crsName = need(kvp, version.crsParameter);
    Crs crs = ServedCrs.check(version, crsName);
    Box box = version.box(need(kvp, "BBOX"), crs);
    int width = side(kvp, "WIDTH");
    int height = side(kvp, "HEIGHT");
    try {
      pictures.checkSize("WIDTH", width, height);
    } catch (Problem.Invalid tooLarge) {
      throw new WmsException("InvalidParameterValue", "WIDTH", tooLarge.detail());
    }
    double ratio = ratio(kvp);
    return new View(crs, box, width / ratio, height / ratio, ratio, lang);
  }

  static GetMap read(
      Kvp kvp, WmsVersion version, Lang lang, List<MapLayer> layers, Pictures pictures) {
    String formatName = kvp.find("FORMAT", "image/png");
    ImageFormat format =
        ImageFormat.find(formatName)
            .orElseThrow(
                () ->
                    WmsException.invalid(
                        "InvalidFormat", "FORMAT", formatName, Text.same("image/png, image/jpeg")));
    boolean transparent = kvp.isTrue("TRANSPARENT") && format.hasTransparency();
    Color color = color(kvp.find("BGCOLOR", "0xFFFFFF"));
    return new GetMap(
        view(kvp, version, lang, pictures), layers, transparent ? null : color, format);
  }

  private static String need(Kvp kvp, String parameter) {
    String value = kvp.find(parameter);
    if (value == null) {
      throw WmsException.missing(parameter);
    }
    return value;
  }

  private static int side(Kvp kvp, String parameter) {
    String text = need(kvp, parameter);
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw WmsException.invalid(parameter, text, Text.of("整数像素", "a whole number of pixels"));
    }
  }

  /**
   * How much denser than usual the client's pixels are: {@code DPI} as QGIS, {@code MAP_RESOLUTION}
   * as MapServer's, {@code FORMAT_OPTIONS=dpi:180} as GeoServer's clients say it.
   */
  private static double ratio(Kvp kvp) {
    String options = kvp.find("FORMAT_OPTIONS", "");
    String text =
        options.matches("(?i).*dpi:\\d+.*")
            ? options.replaceAll("(?i).*dpi:(\\d+).*", "$1")
            : kvp.find("DPI", kvp.find("MAP_RESOLUTION", ""));
    double dpi;
    try {
      dpi = text.isEmpty() ? USUAL_DPI : Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw WmsException.invalid("DPI", text, Text.of("数值", "a number"));
    }
    if (!(dpi >= 30 && dpi <= 1200)) {
      throw WmsException.invalid("DPI", text, Text.of("30 至 1200 的数", "a number from 30 to 1200"));
    }
    return Math.abs(dpi - BROWSER_DPI) < 8 ? 1 : dpi / BROWSER_DPI;
  }

  private static Color color(String text) {
    if (!text.matches("(?i)(0x|#)[0-9a-f]{6}")) {
      throw WmsException.invalid(
          "BGCOLOR", text, Text.of("形如 0xFFFFFF 的颜色", "a colour such as 0xFFFFFF"));
    }
    return new Color(Integer.parseInt(text.replaceFirst("(?i)0x|#", ""), 16));
  }
}

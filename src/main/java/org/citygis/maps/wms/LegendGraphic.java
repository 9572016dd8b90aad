package org.citygis.maps.wms;

import java.awt.Color;
import org.citygis.catalog.OpenLayer;
import org.citygis.maps.Kvp;
import org.citygis.maps.Legends;
import org.citygis.maps.draw.LegendImage;
import org.citygis.maps.image.ImageFormat;
import org.citygis.security.User;
import org.citygis.style.Legend;
import org.citygis.style.Rule;
import org.citygis.style.Style;
import org.citygis.text.Lang;
import org.citygis.text.Text;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** The legend of a layer as a picture, drawn by the same code as its maps. */
@Component
class LegendGraphic {
  private static final int MOST_SIDE = 200;

  private final WmsLayers layers;
  private final Legends legends;

  LegendGraphic(WmsLayers layers, Legends legends) {
    this.layers = layers;
    this.legends = legends;
  }

  ResponseEntity<byte[]> answer(Kvp kvp, User user, Lang lang) {
    String name = kvp.find("LAYER");
    if (name == null) {
      throw WmsException.missing("LAYER");
    }
    OpenLayer layer = layers.open(name, user);
    Style style = layers.style(layer, kvp.find("STYLE", ""));
    String formatName = kvp.find("FORMAT", "image/png");
    ImageFormat format =
        ImageFormat.find(formatName)
            .orElseThrow(
                () ->
                    WmsException.invalid(
                        "InvalidFormat", "FORMAT", formatName, Text.same("image/png, image/jpeg")));
    double scale = number(kvp, "SCALE", 0, 0, 1e12);
    Double zoom = scale > 0 ? Math.log(Rule.SCALE_OF_ZOOM_0 / scale) / Math.log(2) : null;
    Legend legend = legends.of(layer, style, zoom);
    LegendImage image =
        new LegendImage(
            legend,
            title -> title.in(lang),
            number(kvp, "WIDTH", 30, 8, MOST_SIDE),
            number(kvp, "HEIGHT", 18, 8, MOST_SIDE));
    double ratio = number(kvp, "DPI", 96, 48, 384) / 96;
    Color background = kvp.isTrue("TRANSPARENT") && format.hasTransparency() ? null : Color.WHITE;
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noCache().cachePrivate())
        .contentType(format.type())
        .body(format.write(image.draw(ratio, background)));
  }

  private static double number(
      Kvp kvp, String parameter, double otherwise, double least, double most) {
    String text = kvp.find(parameter);
    if (text == null) {
      return otherwise;
    }
    try {
      double number = Double.parseDouble(text);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // told below with what would be right
    }
    throw WmsException.invalid(
        parameter,
        text,
        Text.of(
            "%.0f 至 %.0f 的数".formatted(least, most),
            "a number from %.0f to %.0f".formatted(least, most)));
  }
}

package org.citygis.maps.ogc;

import java.awt.Color;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.citygis.catalog.Conditions;
import org.citygis.catalog.OpenLayer;
import org.citygis.catalog.Selection;
import org.citygis.geo.Box;
import org.citygis.geo.Crs;
import org.citygis.geo.Reprojection;
import org.citygis.maps.Pictures;
import org.citygis.maps.draw.View;
import org.citygis.maps.image.ImageFormat;
import org.citygis.problem.Problem;
import org.citygis.text.Lang;
import org.citygis.text.Text;
import org.citygis.web.BoxParameter;
import org.citygis.web.Parameters;
import org.citygis.web.Query;
import org.geotools.api.filter.Filter;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;

/**
 * A map that was asked for.
 *
 * @param background null for a transparent one
 */
record MapRequest(Query query, View view, @Nullable Color background, ImageFormat format) {
  static final Set<String> PARAMETERS =
      Set.of(
          "bbox",
          "bbox-crs",
          "crs",
          "width",
          "height",
          "bgcolor",
          "transparent",
          "datetime",
          "filter",
          "filter-lang",
          "filter-crs");

  private static final int USUAL_SIDE = 1024;

  /**
   * Without {@code crs} the first layer's own system, without {@code bbox} the extent of all
   * layers; a side that is not given follows from the other, so that the map is not stretched.
   */
  static MapRequest read(Query query, List<OpenLayer> layers, Lang lang, Pictures pictures) {
    Crs crs = crs(query.find("crs"), layers.get(0));
    Box box = box(query, layers, crs);
    String widthText = query.find("width");
    String heightText = query.find("height");
    double stretch = box.height() / box.width();
    long width = widthText == null ? 0 : Parameters.integer("width", widthText);
    long height = heightText == null ? 0 : Parameters.integer("height", heightText);
    if (widthText == null && heightText == null) {
      width = stretch > 1 ? Math.max(1, Math.round(USUAL_SIDE / stretch)) : USUAL_SIDE;
    }
    if (widthText == null && heightText != null) {
      width = Math.max(1, Math.round(height / stretch));
    }
    if (heightText == null) {
      height = Math.max(1, Math.round(width * stretch));
    }
    pictures.checkSize(widthText == null && heightText != null ? "height" : "width", width, height);
    ImageFormat format = format(query.find("f"));
    String transparent = query.find("transparent");
    if (transparent != null && !transparent.equals("true") && !transparent.equals("false")) {
      throw Problem.Invalid.parameter(
          "transparent", transparent, Text.of("true 或 false", "true or false"));
    }
    String color = query.find("bgcolor");
    boolean clear =
        format.hasTransparency()
            && (transparent == null ? color == null : transparent.equals("true"));
    return new MapRequest(
        query,
        new View(crs, box, width, height, 1, lang),
        clear ? null : color(color == null ? "0xFFFFFF" : color),
        format);
  }

  /** The rows of a layer that {@code datetime} and {@code filter} leave. */
  Filter filter(OpenLayer layer) {
    Map<String, String> asked = new LinkedHashMap<>();
    for (String name : Conditions.NAMES) {
      String value = query.find(name);
      if (value != null && !name.startsWith("bbox")) {
        asked.put(name, value);
      }
    }
    return asked.isEmpty()
        ? Filter.INCLUDE
        : Selection.of(
                layer,
                Conditions.parse(
                    Query.of(asked, Conditions.NAMES), layer, Crs.CRS84, Conditions.NAMES))
            .filter();
  }

  private static Crs crs(@Nullable String text, OpenLayer layer) {
    if (text != null) {
      Crs crs = Crs.parse("crs", text);
      if (crs.geotools().getCoordinateSystem().getDimension() != 2) {
        throw Problem.Invalid.parameter(
            "crs", text, Text.of("平面或经纬度坐标系", "a reference system of two axes"));
      }
      return crs;
    }
    return layer.table().geometry() == null ? Crs.CRS84 : layer.table().geometry().crs();
  }

  private static Box box(Query query, List<OpenLayer> layers, Crs crs) {
    String text = query.find("bbox");
    String systemName = query.find("bbox-crs");
    Crs system = systemName == null ? Crs.CRS84 : Crs.parse("bbox-crs", systemName);
    Box given = text == null ? null : BoxParameter.parse("bbox", text, system);
    Box box =
        given == null
            ? Reprojection.between(Crs.CRS84, crs).apply(extent(layers))
            : Reprojection.between(system, crs).apply(given);
    if (!(box.width() > 0 && box.height() > 0)) {
      throw Problem.Invalid.parameter(
          "bbox", String.valueOf(text), Text.of("有宽有高的范围", "a box with width and height"));
    }
    return box;
  }

  private static Box extent(List<OpenLayer> layers) {
    Envelope all = new Envelope();
    for (OpenLayer layer : layers) {
      Box box = layer.layer().currentVersion().bbox();
      if (box != null) {
        all.expandToInclude(box.envelope());
      }
    }
    if (all.isNull()) {
      all = new Envelope(-180, 180, -85, 85);
    }
    // A single point has an extent without size.
    all.expandBy(Math.max(0.0005, 0.01 * Math.max(all.getWidth(), all.getHeight())));
    return Box.of(all);
  }

  private static ImageFormat format(@Nullable String text) {
    return text == null
        ? ImageFormat.PNG
        : ImageFormat.find(text)
            .orElseThrow(
                () -> Problem.Invalid.parameter("f", text, Text.of("png 或 jpeg", "png or jpeg")));
  }

  private static Color color(String text) {
    if (!text.matches("(?i)(0x|#)?[0-9a-f]{6}")) {
      throw Problem.Invalid.parameter(
          "bgcolor", text, Text.of("形如 0xFFFFFF 的颜色", "a colour such as 0xFFFFFF"));
    }
    return new Color(Integer.parseInt(text.replaceFirst("(?i)0x|#", ""), 16));
  }
}

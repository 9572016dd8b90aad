package org.citygis.maps.wms;

import java.util.List;
import java.util.Locale;
import org.citygis.catalog.LayerDefinition;
import org.citygis.catalog.OpenLayer;
import org.citygis.geo.Box;
import org.citygis.geo.Crs;
import org.citygis.geo.Reprojection;
import org.citygis.maps.Xml;
import org.citygis.problem.Problem;
import org.citygis.storage.GeometryColumn;
import org.citygis.style.Rule;
import org.citygis.style.Style;
import org.citygis.text.Lang;
import org.citygis.text.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

/** Parts of a layer's description that both versions write alike, and their limits. */
final class LayerElement {
  /**
   * A layer that the user may see.
   *
   * @param styles to choose from, the usual one first
   * @param time first/last/period, null where it has no time
   */
  record Offered(OpenLayer layer, List<Style> styles, @Nullable String time) {}

  private final Xml xml;
  private final WmsVersion version;
  private final String base;
  private final Lang lang;

  LayerElement(Xml xml, WmsVersion version, String base, Lang lang) {
    this.xml = xml;
    this.version = version;
    this.base = base;
    this.lang = lang;
  }

  void names(LayerDefinition definition) {
    xml.element("Name", definition.id());
    xml.element("Title", definition.title().in(lang));
    xml.element("Abstract", definition.summary().in(lang));
  }

  void systems(Offered offered) {
    Box bbox = offered.layer.layer().currentVersion().bbox();
    for (Crs crs : ServedCrs.of(offered.layer.table().geometry(), bbox)) {
      if (version == WmsVersion.V1_3_0 || !crs.equals(Crs.CRS84)) {
        xml.element(version.crsParameter, version.name(crs));
      }
    }
  }

  /** The extent in each system, its axes in the order of the version. */
  void boxes(Offered offered) {
    Box bbox = offered.layer.layer().currentVersion().bbox();
    GeometryColumn geometry = offered.layer.table().geometry();
    if (bbox == null || geometry == null) {
      return;
    }
    for (Crs crs : ServedCrs.of(geometry, bbox)) {
      if (version == WmsVersion.V1_1_1 && crs.equals(Crs.CRS84)) {
        continue;
      }
      Box own = offered.layer.layer().currentVersion().extent();
      Box box = own != null && crs.equals(geometry.crs()) ? own : reprojected(bbox, crs);
      if (box != null) {
        double[] n = version.inOrder(box, crs);
        xml.empty(
            "BoundingBox",
            version.crsParameter,
            version.name(crs),
            "minx",
            number(n[0]),
            "miny",
            number(n[1]),
            "maxx",
            number(n[2]),
            "maxy",
            number(n[3]));
      }
    }
  }

  private static @Nullable Box reprojected(Box bbox, Crs crs) {
    try {
      return Reprojection.between(Crs.CRS84, crs).apply(bbox);
    } catch (Problem.Invalid outside) {
      return null;
    }
  }

  void attribution(LayerDefinition definition) {
    Text text = definition.attribution();
    if (text != null) {
      xml.open("Attribution").element("Title", text.in(lang)).close();
    }
  }

  void styles(Offered offered) {
    for (Style style : offered.styles) {
      xml.open("Style");
      xml.element("Name", style.id());
      xml.element("Title", style.title().in(lang));
      xml.open("LegendURL", "width", "200", "height", "100");
      xml.element("Format", "image/png");
      online(
          base
              + "?SERVICE=WMS&VERSION="
              + version.number
              + "&REQUEST=GetLegendGraphic&FORMAT=image/png&LAYER="
              + UriUtils.encode(offered.layer.layer().id(), "UTF-8")
              + "&STYLE="
              + UriUtils.encode(style.id(), "UTF-8")
              + "&LANGUAGE="
              + lang.tag());
      xml.close().close();
    }
  }

  void online(String address) {
    xml.empty(
        "OnlineResource",
        "xmlns:xlink",
        "http://www.w3.org/1999/xlink",
        "xlink:type",
        "simple",
        "xlink:href",
        address);
  }

  /** The scale from which on the layer is drawn: half a zoom before its first. */
  static double largestScale(LayerDefinition definition) {
    return Rule.SCALE_OF_ZOOM_0 / Math.pow(2, definition.zoom().min() - 0.5);
  }

  static String number(double value) {
    return String.format(Locale.ROOT, "%.9f", value).replaceAll("\\.?0+$", "");
  }
}

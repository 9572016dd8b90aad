package org.citygis.maps.wms;

import java.util.List;
import org.citygis.catalog.LayerDefinition;
import org.citygis.geo.Box;
import org.citygis.geo.Crs;
import org.citygis.maps.Xml;
import org.citygis.maps.draw.View;
import org.citygis.text.Lang;

/** Writes the capabilities of WMS 1.1.1. */
final class Capabilities111 {
  private final Xml xml = new Xml();
  private final String base;
  private final Lang lang;
  private final LayerElement parts;

  Capabilities111(String base, Lang lang) {
    this.base = base;
    this.lang = lang;
    parts = new LayerElement(xml, WmsVersion.V1_1_1, base, lang);
  }

  String write(List<LayerElement.Offered> layers) {
    xml.doctype(
        "<!DOCTYPE WMT_MS_Capabilities SYSTEM \"http://schemas.opengis.net/wms/1.1.1/capabilities_1_1_1.dtd\">");
    xml.open("WMT_MS_Capabilities", "version", "1.1.1");
    xml.open("Service");
    xml.element("Name", "OGC:WMS");
    xml.element("Title", ServiceTexts.TITLE.in(lang));
    xml.element("Abstract", ServiceTexts.ABSTRACT.in(lang));
    parts.online(base);
    xml.element("Fees", "none");
    xml.element("AccessConstraints", "none");
    xml.close();
    xml.open("Capability");
    xml.open("Request");
    operation("GetCapabilities", "application/vnd.ogc.wms_xml");
    operation("GetMap", ServiceTexts.IMAGES);
    operation("GetFeatureInfo", ServiceTexts.INFOS);
    operation("GetLegendGraphic", "image/png");
    xml.close();
    xml.open("Exception");
    for (String kind : List.of("xml", "inimage", "blank")) {
      xml.element("Format", "application/vnd.ogc.se_" + kind);
    }
    xml.close();
    xml.empty(
        "UserDefinedSymbolization",
        "SupportSLD",
        "1",
        "UserLayer",
        "0",
        "UserStyle",
        "1",
        "RemoteWFS",
        "0");
    xml.open("Layer");
    xml.element("Title", ServiceTexts.LAYERS.in(lang));
    for (Crs crs : ServedCrs.everywhere()) {
      if (!crs.equals(Crs.CRS84)) {
        xml.element("SRS", WmsVersion.V1_1_1.name(crs));
      }
    }
    layers.forEach(this::layer);
    return xml.finish();
  }

  private void operation(String name, String... formats) {
    xml.open(name);
    for (String format : formats) {
      xml.element("Format", format);
    }
    xml.open("DCPType").open("HTTP").open("Get");
    parts.online(base + "?");
    xml.close().close().close().close();
  }

  private void layer(LayerElement.Offered offered) {
    LayerDefinition definition = offered.layer().definition();
    xml.open("Layer", "queryable", "1", "opaque", "0");
    parts.names(definition);
    parts.systems(offered);
    Box bbox = offered.layer().layer().currentVersion().bbox();
    if (bbox != null) {
      xml.empty(
          "LatLonBoundingBox",
          "minx",
          LayerElement.number(bbox.minX()),
          "miny",
          LayerElement.number(bbox.minY()),
          "maxx",
          LayerElement.number(bbox.maxX()),
          "maxy",
          LayerElement.number(bbox.maxY()));
    }
    parts.boxes(offered);
    if (offered.time() != null) {
      xml.empty("Dimension", "name", "time", "units", "ISO8601");
      xml.element("Extent", offered.time(), "name", "time");
    }
    parts.attribution(definition);
    parts.styles(offered);
    // The diagonal of a pixel on the ground, in metres.
    double diagonal = LayerElement.largestScale(definition) * View.PIXEL_METRES * Math.sqrt(2);
    xml.empty("ScaleHint", "min", "0", "max", LayerElement.number(diagonal));
    xml.close();
  }
}

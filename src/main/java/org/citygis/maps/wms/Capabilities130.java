package org.citygis.maps.wms;

import java.util.List;
import org.citygis.catalog.LayerDefinition;
import org.citygis.geo.Box;
import org.citygis.geo.Crs;
import org.citygis.maps.MapsProperties;
import org.citygis.maps.Xml;
import org.citygis.text.Lang;

/** Writes the capabilities of WMS 1.3.0. */
final class Capabilities130 {
  private final Xml xml = new Xml();
  private final String base;
  private final Lang lang;
  private final MapsProperties properties;
  private final LayerElement parts;

  Capabilities130(String base, Lang lang, MapsProperties properties) {
    this.base = base;
    this.lang = lang;
    this.properties = properties;
    parts = new LayerElement(xml, WmsVersion.V1_3_0, base, lang);
  }

  String write(List<LayerElement.Offered> layers) {
    xml.open(
        "WMS_Capabilities",
        "version",
        "1.3.0",
        "xmlns",
        "http://www.opengis.net/wms",
        "xmlns:xlink",
        "http://www.w3.org/1999/xlink",
        "xmlns:xsi",
        "http://www.w3.org/2001/XMLSchema-instance",
        "xsi:schemaLocation",
        "http://www.opengis.net/wms http://schemas.opengis.net/wms/1.3.0/capabilities_1_3_0.xsd");
    service();
    xml.open("Capability");
    xml.open("Request");
    operation("GetCapabilities", "text/xml");
    operation("GetMap", ServiceTexts.IMAGES);
    operation("GetFeatureInfo", ServiceTexts.INFOS);
    xml.close();
    xml.open("Exception");
    for (String format : List.of("XML", "INIMAGE", "BLANK")) {
      xml.element("Format", format);
    }
    xml.close();
    xml.open("Layer");
    xml.element("Title", ServiceTexts.LAYERS.in(lang));
    for (Crs crs : ServedCrs.everywhere()) {
      xml.element("CRS", WmsVersion.V1_3_0.name(crs));
    }
    layers.forEach(this::layer);
    return xml.finish();
  }

  private void service() {
    xml.open("Service");
    xml.element("Name", "WMS");
    xml.element("Title", ServiceTexts.TITLE.in(lang));
    xml.element("Abstract", ServiceTexts.ABSTRACT.in(lang));
    parts.online(base);
    xml.element("Fees", "none");
    xml.element("AccessConstraints", "none");
    xml.element("LayerLimit", String.valueOf(WmsLayers.MOST));
    xml.element("MaxWidth", String.valueOf(properties.maxSide()));
    xml.element("MaxHeight", String.valueOf(properties.maxSide()));
    xml.close();
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
      xml.open("EX_GeographicBoundingBox");
      xml.element("westBoundLongitude", LayerElement.number(bbox.minX()));
      xml.element("eastBoundLongitude", LayerElement.number(bbox.maxX()));
      xml.element("southBoundLatitude", LayerElement.number(bbox.minY()));
      xml.element("northBoundLatitude", LayerElement.number(bbox.maxY()));
      xml.close();
    }
    parts.boxes(offered);
    if (offered.time() != null) {
      xml.element("Dimension", offered.time(), "name", "time", "units", "ISO8601");
    }
    parts.attribution(definition);
    parts.styles(offered);
    xml.element("MaxScaleDenominator", LayerElement.number(LayerElement.largestScale(definition)));
    xml.close();
  }
}

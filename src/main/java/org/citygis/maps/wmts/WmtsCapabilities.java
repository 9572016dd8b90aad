package org.citygis.maps.wmts;

import java.util.Locale;
import org.citygis.catalog.Layers;
import org.citygis.catalog.OpenLayer;
import org.citygis.geo.Box;
import org.citygis.maps.LayerStyles;
import org.citygis.maps.Xml;
import org.citygis.maps.raster.MatrixSet;
import org.citygis.security.Action;
import org.citygis.security.User;
import org.citygis.style.Style;
import org.citygis.text.Lang;
import org.citygis.text.Text;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;

/** Writes what the tile service offers this user, in his language. */
@Component
class WmtsCapabilities {
  private static final Text TITLE = Text.of("CityGIS 城市瓦片服务", "CityGIS city map tiles");

  private final Layers layers;
  private final LayerStyles styles;

  WmtsCapabilities(Layers layers, LayerStyles styles) {
    this.layers = layers;
    this.styles = styles;
  }

  /**
   * @param base of the application's addresses
   */
  String write(User user, String base, Lang lang) {
    Xml xml = new Xml();
    xml.open(
        "Capabilities",
        "version",
        "1.0.0",
        "xmlns",
        "http://www.opengis.net/wmts/1.0",
        "xmlns:ows",
        "http://www.opengis.net/ows/1.1",
        "xmlns:xlink",
        "http://www.w3.org/1999/xlink",
        "xmlns:xsi",
        "http://www.w3.org/2001/XMLSchema-instance",
        "xsi:schemaLocation",
        "http://www.opengis.net/wmts/1.0 http://schemas.opengis.net/wmts/1.0/wmtsGetCapabilities_response.xsd");
    xml.open("ows:ServiceIdentification");
    xml.element("ows:Title", TITLE.in(lang));
    xml.element("ows:ServiceType", "OGC WMTS");
    xml.element("ows:ServiceTypeVersion", "1.0.0");
    xml.close();
    xml.open("ows:OperationsMetadata");
    operation(xml, "GetCapabilities", base);
    operation(xml, "GetTile", base);
    xml.close();
    xml.open("Contents");
    for (OpenLayer layer : layers.list(user, Action.VIEW)) {
      if (layer.table().geometry() != null) {
        layer(xml, layer, base, lang);
      }
    }
    for (MatrixSet set : MatrixSet.values()) {
      matrixSet(xml, set);
    }
    xml.close();
    xml.empty("ServiceMetadataURL", "xlink:href", base + "/wmts/1.0.0/WMTSCapabilities.xml");
    return xml.finish();
  }

  private static void operation(Xml xml, String name, String base) {
    xml.open("ows:Operation", "name", name).open("ows:DCP").open("ows:HTTP");
    xml.open("ows:Get", "xlink:href", base + "/wmts?");
    xml.open("ows:Constraint", "name", "GetEncoding").open("ows:AllowedValues");
    xml.element("ows:Value", "KVP");
    xml.close().close().close().close().close().close();
  }

  private void layer(Xml xml, OpenLayer layer, String base, Lang lang) {
    String id = layer.layer().id();
    xml.open("Layer");
    xml.element("ows:Title", layer.definition().title().in(lang));
    xml.element("ows:Abstract", layer.definition().summary().in(lang));
    Box box = layer.layer().currentVersion().bbox();
    if (box != null) {
      xml.open("ows:WGS84BoundingBox");
      xml.element("ows:LowerCorner", number(box.minX()) + " " + number(box.minY()));
      xml.element("ows:UpperCorner", number(box.maxX()) + " " + number(box.maxY()));
      xml.close();
    }
    xml.element("ows:Identifier", id);
    boolean first = true;
    for (Style style : styles.listFor(layer)) {
      xml.open("Style", "isDefault", String.valueOf(first));
      first = false;
      xml.element("ows:Title", style.title().in(lang));
      xml.element("ows:Identifier", style.id());
      xml.empty(
          "LegendURL",
          "format",
          "image/png",
          "xlink:href",
          base
              + "/wms?SERVICE=WMS&VERSION=1.3.0&REQUEST=GetLegendGraphic&FORMAT=image/png&LAYER="
              + UriUtils.encode(id, "UTF-8")
              + "&STYLE="
              + UriUtils.encode(style.id(), "UTF-8"));
      xml.close();
    }
    xml.element("Format", "image/png");
    xml.element("Format", "image/jpeg");
    for (MatrixSet set : MatrixSet.values()) {
      xml.open("TileMatrixSetLink").element("TileMatrixSet", set.id()).close();
    }
    xml.empty(
        "ResourceURL",
        "format",
        "image/png",
        "resourceType",
        "tile",
        "template",
        base
            + "/wmts/1.0.0/"
            + UriUtils.encode(id, "UTF-8")
            + "/{Style}/{TileMatrixSet}/{TileMatrix}/{TileRow}/{TileCol}.png");
    xml.close();
  }

  private static void matrixSet(Xml xml, MatrixSet set) {
    xml.open("TileMatrixSet");
    xml.element("ows:Identifier", set.id());
    xml.element("ows:SupportedCRS", "urn:ogc:def:crs:EPSG::" + set.crs().srid());
    if (set.wellKnownScaleSet() != null) {
      xml.element("WellKnownScaleSet", set.wellKnownScaleSet());
    }
    for (int zoom = set.firstZoom(); zoom <= MatrixSet.LAST_ZOOM; zoom++) {
      xml.open("TileMatrix");
      xml.element("ows:Identifier", String.valueOf(zoom));
      xml.element("ScaleDenominator", String.valueOf(set.scaleDenominator(zoom)));
      String corner =
          set.crs().northFirst()
              ? number(set.north()) + " " + number(set.west())
              : number(set.west()) + " " + number(set.north());
      xml.element("TopLeftCorner", corner);
      xml.element("TileWidth", String.valueOf(MatrixSet.SIDE));
      xml.element("TileHeight", String.valueOf(MatrixSet.SIDE));
      xml.element("MatrixWidth", String.valueOf(set.columns(zoom)));
      xml.element("MatrixHeight", String.valueOf(set.rows(zoom)));
      xml.close();
    }
    xml.close();
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.9f", value).replaceAll("0+$", "0");
  }
}

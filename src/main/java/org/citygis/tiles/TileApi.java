package org.citygis.tiles;

import java.util.List;
import org.citygis.catalog.GeometryKind;
import org.citygis.catalog.LayerDefinition;
import org.citygis.catalog.OgcPart;
import org.citygis.catalog.OpenLayer;
import org.citygis.text.Lang;
import org.citygis.text.Text;
import org.citygis.web.ApiLink;
import org.springframework.stereotype.Component;

/** What OGC API Tiles adds to the entrance of the API and to its collections. */
@Component
class TileApi implements OgcPart {
  private static final String CONFORMANCE = "http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/";
  private static final String VECTOR = "http://www.opengis.net/def/rel/ogc/1.0/tilesets-vector";
  private static final String SCHEMES = "http://www.opengis.net/def/rel/ogc/1.0/tiling-schemes";
  private static final String JSON = "application/json";

  @Override
  public List<String> conformance() {
    return List.of(
        CONFORMANCE + "core",
        CONFORMANCE + "tileset",
        CONFORMANCE + "tilesets-list",
        CONFORMANCE + "geodata-tilesets",
        CONFORMANCE + "dataset-tilesets",
        CONFORMANCE + "collections-selection",
        CONFORMANCE + "mvt",
        "http://www.opengis.net/spec/tms/2.0/conf/tilematrixset",
        "http://www.opengis.net/spec/tms/2.0/conf/json-tilematrixset",
        "http://www.opengis.net/spec/tms/2.0/conf/tilesetmetadata",
        "http://www.opengis.net/spec/tms/2.0/conf/json-tilesetmetadata");
  }

  @Override
  public List<ApiLink> landing(String root, Lang lang) {
    return List.of(
        new ApiLink(root + "/tiles", VECTOR, JSON, Text.of("矢量瓦片", "Vector tiles").in(lang)),
        new ApiLink(
            root + "/tileMatrixSets",
            SCHEMES,
            JSON,
            Text.of("瓦片矩阵集", "Tile matrix sets").in(lang)));
  }

  @Override
  public List<ApiLink> collection(String address, OpenLayer layer, Lang lang) {
    LayerDefinition definition = layer.definition();
    return definition.geometry() == GeometryKind.NONE
        ? List.of()
        : List.of(
            new ApiLink(
                address + "/tiles",
                VECTOR,
                JSON,
                definition.title().in(lang) + " · " + Text.of("矢量瓦片", "Vector tiles").in(lang)));
  }
}

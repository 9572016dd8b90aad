package org.citygis.maps.ogc;

import java.util.List;
import java.util.stream.Stream;
import org.citygis.catalog.OgcPart;
import org.citygis.catalog.OpenLayer;
import org.citygis.text.Lang;
import org.citygis.text.Text;
import org.citygis.web.ApiLink;
import org.springframework.stereotype.Component;

/** What OGC API Maps adds to the entrance of the API and to its collections. */
@Component
class MapApi implements OgcPart {
  private static final String CONFORMANCE = "http://www.opengis.net/spec/ogcapi-maps-1/1.0/conf/";
  private static final String MAP = "http://www.opengis.net/def/rel/ogc/1.0/map";
  private static final String PNG = "image/png";

  @Override
  public List<String> conformance() {
    return Stream.of(
            "core",
            "collection-map",
            "dataset-map",
            "styled-map",
            "collections-selection",
            "scaling",
            "background",
            "crs",
            "datetime",
            "png",
            "jpeg")
        .map(CONFORMANCE::concat)
        .toList();
  }

  @Override
  public List<ApiLink> landing(String root, Lang lang) {
    return List.of(new ApiLink(root + "/map", MAP, PNG, Text.of("地图", "Map").in(lang)));
  }

  @Override
  public List<ApiLink> collection(String address, OpenLayer layer, Lang lang) {
    return layer.table().geometry() == null
        ? List.of()
        : List.of(
            new ApiLink(
                address + "/map",
                MAP,
                PNG,
                layer.definition().title().in(lang) + " · " + Text.of("地图", "Map").in(lang)));
  }
}

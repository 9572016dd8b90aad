package org.citygis.style.ogc;

import java.util.List;
import org.citygis.catalog.OgcPart;
import org.citygis.catalog.OpenLayer;
import org.citygis.text.Lang;
import org.citygis.text.Text;
import org.citygis.web.ApiLink;
import org.springframework.stereotype.Component;

/** Where the API has its styles. */
@Component
class StylesPart implements OgcPart {
  /** The standard is a draft, of which this is the number of its classes. */
  private static final String CLASSES = "http://www.opengis.net/spec/ogcapi-styles-1/0.0/conf/";

  private static final String REL = "http://www.opengis.net/def/rel/ogc/1.0/styles";

  @Override
  public List<String> conformance() {
    return List.of("core", "manage-styles", "style-validation", "mapbox-style", "sld-10", "sld-11")
        .stream()
        .map(CLASSES::concat)
        .toList();
  }

  @Override
  public List<ApiLink> landing(String root, Lang lang) {
    return List.of(
        new ApiLink(
            root + "/styles", REL, "application/json", Text.of("全部样式", "All styles").in(lang)));
  }

  @Override
  public List<ApiLink> collection(String address, OpenLayer layer, Lang lang) {
    return List.of(
        new ApiLink(
            address + "/styles",
            REL,
            "application/json",
            Text.of("此图层的样式", "Styles of this collection").in(lang)));
  }
}

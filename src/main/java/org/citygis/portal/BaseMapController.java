package org.citygis.portal;

import java.util.List;
import java.util.Locale;
import org.citygis.text.Text;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The base maps to choose from, the first one first shown. */
@RestController
class BaseMapController {
  private final BaseMaps answer;

  BaseMapController(PortalSettings settings) {
    answer = new BaseMaps(settings.baseMaps().stream().map(BaseMapController::choice).toList());
  }

  record BaseMaps(List<Choice> baseMaps) {}

  /**
   * @param kind layers (our own), tiles or wms
   * @param coordinates wgs84 or gcj02
   * @param layers ids in the catalogue where kind is layers
   */
  record Choice(
      String id,
      String kind,
      Text title,
      Text attribution,
      String coordinates,
      List<BaseMap.Sheet> sheets,
      List<String> layers,
      List<String> subdomains,
      int minZoom,
      int maxZoom) {}

  @GetMapping("/api/base-maps")
  BaseMaps baseMaps() {
    return answer;
  }

  private static Choice choice(BaseMap map) {
    return new Choice(
        map.id(),
        switch (map.kind()) {
          case LAYERS -> "layers";
          case XYZ, OSM, TIANDITU -> "tiles";
          case WMS -> "wms";
        },
        map.title(),
        map.credit(),
        map.coordinates().name().toLowerCase(Locale.ROOT),
        map.sheets(),
        map.kind() == BaseMap.Kind.LAYERS ? map.layers() : List.of(),
        map.subdomains(),
        map.minZoom(),
        map.maxZoom());
  }
}

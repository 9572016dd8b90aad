package org.citygis.maps.wms;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.citygis.catalog.Visibility;
import org.citygis.maps.LayerStyles;
import org.citygis.maps.draw.MapLayer;
import org.geotools.api.filter.Filter;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.util.DigestUtils;
import org.springframework.web.context.request.ServletWebRequest;

/** What caches have to know of a map. */
@Component
class MapAnswer {
  private final LayerStyles styles;

  MapAnswer(LayerStyles styles) {
    this.styles = styles;
  }

  /** The answer that nothing changed since the client's copy; null where it has none, or did. */
  @Nullable ResponseEntity<byte[]> unchanged(GetMap map, ServletWebRequest request) {
    HttpHeaders headers = caching(map);
    return request.checkNotModified(String.valueOf(headers.getETag()))
        ? new ResponseEntity<>(headers, HttpStatus.NOT_MODIFIED)
        : null;
  }

  HttpHeaders caching(GetMap map) {
    HttpHeaders headers = new HttpHeaders();
    StringBuilder state = new StringBuilder();
    boolean forAll = true;
    for (MapLayer layer : map.layers()) {
      state
          .append(styles.state(layer.layer(), layer.style()))
          .append(layer.layer().access().hiddenFields())
          .append(layer.layer().access().rows());
      forAll &=
          layer.layer().definition().visibility() == Visibility.PUBLIC
              && layer.layer().access().rows() == Filter.INCLUDE;
    }
    // The rest of what it depends on is in the address, but for the language.
    state.append(map.view().lang().tag());
    headers.setETag(
        "W/\""
            + DigestUtils.md5DigestAsHex(state.toString().getBytes(StandardCharsets.UTF_8))
            + '"');
    headers.setCacheControl(
        forAll ? CacheControl.noCache().cachePublic() : CacheControl.noCache().cachePrivate());
    headers.set(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
    return headers;
  }

  /** The layers that are drawn at this scale; the others would take all their rows for nothing. */
  List<MapLayer> inRange(GetMap map) {
    int zoom = map.view().zoom();
    return map.layers().stream()
        .filter(layer -> zoom >= layer.layer().definition().zoom().min())
        .toList();
  }
}

package org.citygis.maps.raster;

import java.time.Duration;
import org.citygis.catalog.OpenLayer;
import org.citygis.catalog.Visibility;
import org.citygis.maps.MapsProperties;
import org.citygis.maps.image.ImageFormat;
import org.citygis.style.Style;
import org.geotools.api.filter.Filter;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.ServletWebRequest;

/** Sends a drawn tile with what caches have to know. */
@Component
public class RasterAnswer {
  private final RasterTiles tiles;
  private final Duration browserCache;

  RasterAnswer(RasterTiles tiles, MapsProperties properties) {
    this.tiles = tiles;
    browserCache = properties.browserCache();
  }

  public ResponseEntity<byte[]> of(
      OpenLayer layer,
      Style style,
      RasterTile tile,
      ImageFormat format,
      ServletWebRequest request) {
    HttpHeaders headers = new HttpHeaders();
    String etag = '"' + tiles.state(layer, style, tile) + '"';
    headers.setETag(etag);
    headers.setCacheControl(caching(layer));
    headers.set(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
    if (request.checkNotModified(etag)) {
      return new ResponseEntity<>(headers, HttpStatus.NOT_MODIFIED);
    }
    headers.setContentType(format.type());
    return new ResponseEntity<>(tiles.get(layer, style, tile, format), headers, HttpStatus.OK);
  }

  /** What not everybody sees may be kept by the browser of who saw it, and is asked for again. */
  private CacheControl caching(OpenLayer layer) {
    boolean forAll =
        layer.definition().visibility() == Visibility.PUBLIC
            && layer.access().rows() == Filter.INCLUDE;
    return forAll
        ? CacheControl.maxAge(browserCache).cachePublic()
        : CacheControl.noCache().cachePrivate();
  }
}

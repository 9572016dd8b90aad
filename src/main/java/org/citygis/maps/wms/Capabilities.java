package org.citygis.maps.wms;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.citygis.catalog.Layers;
import org.citygis.catalog.OpenLayer;
import org.citygis.maps.LayerStyles;
import org.citygis.maps.MapsProperties;
import org.citygis.security.Action;
import org.citygis.security.User;
import org.citygis.text.Lang;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** What the service offers this user, in his language. */
@Component
class Capabilities {
  private final Layers layers;
  private final LayerStyles styles;
  private final TimeExtents times;
  private final MapsProperties properties;

  Capabilities(Layers layers, LayerStyles styles, TimeExtents times, MapsProperties properties) {
    this.layers = layers;
    this.styles = styles;
    this.times = times;
    this.properties = properties;
  }

  ResponseEntity<byte[]> answer(
      WmsVersion version, User user, Lang lang, HttpServletRequest request) {
    String base =
        ServletUriComponentsBuilder.fromContextPath(request).path("/wms").build().toUriString();
    List<LayerElement.Offered> offered =
        layers.list(user, Action.VIEW).stream()
            .filter(layer -> layer.table().geometry() != null)
            .map(layer -> offered(layer))
            .toList();
    String type = version == WmsVersion.V1_3_0 ? "text/xml" : "application/vnd.ogc.wms_xml";
    String document =
        version == WmsVersion.V1_3_0
            ? new Capabilities130(base, lang, properties).write(offered)
            : new Capabilities111(base, lang).write(offered);
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(type + ";charset=UTF-8"))
        .cacheControl(CacheControl.noCache().cachePrivate())
        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
        .body(document.getBytes(StandardCharsets.UTF_8));
  }

  private LayerElement.Offered offered(OpenLayer layer) {
    return new LayerElement.Offered(layer, styles.listFor(layer), times.of(layer).orElse(null));
  }
}

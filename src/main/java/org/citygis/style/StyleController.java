package org.citygis.style;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.citygis.text.Text;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;
import tools.jackson.databind.json.JsonMapper;

/** The styles as JSON rules. They name classes, never features, and are open to everybody. */
@RestController
class StyleController {
  private record Entry(String id, Text title) {}

  private record Body(String etag, byte[] json) {}

  private final Styles styles;
  private final JsonMapper mapper;
  private final Map<String, Body> bodies = new ConcurrentHashMap<>();

  StyleController(Styles styles, JsonMapper mapper) {
    this.styles = styles;
    this.mapper = mapper;
  }

  @GetMapping("/api/styles")
  Map<String, List<Entry>> list() {
    return Map.of("styles", styles.list().stream().map(s -> new Entry(s.id(), s.title())).toList());
  }

  @GetMapping("/api/styles/{id}")
  ResponseEntity<byte[]> get(@PathVariable String id, ServletWebRequest request) {
    Style style = styles.get(id);
    Body body = bodies.computeIfAbsent(id, key -> body(style));
    var answer =
        ResponseEntity.ok().eTag(body.etag).cacheControl(CacheControl.noCache().cachePublic());
    return request.checkNotModified(body.etag)
        ? ResponseEntity.status(304).eTag(body.etag).build()
        : answer.contentType(MediaType.APPLICATION_JSON).body(body.json);
  }

  private Body body(Style style) {
    byte[] json = mapper.writeValueAsBytes(StyleJson.of(style));
    return new Body('"' + DigestUtils.md5DigestAsHex(json) + '"', json);
  }
}

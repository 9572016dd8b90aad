package org.citygis.style;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.citygis.security.User;
import org.citygis.text.Text;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;
import tools.jackson.databind.json.JsonMapper;

/** The styles as the rules that the portal draws by. */
@RestController
class StyleController {
  private record Entry(String id, Text title) {}

  private record Body(String etag, byte[] json) {}

  private final StyleShelf shelf;
  private final JsonMapper mapper;
  private final Map<String, Body> bodies = new ConcurrentHashMap<>();

  StyleController(StyleShelf shelf, JsonMapper mapper) {
    this.shelf = shelf;
    this.mapper = mapper;
  }

  @GetMapping("/api/styles")
  Map<String, List<Entry>> list(User user) {
    return Map.of(
        "styles",
        shelf.list(user).stream().map(s -> new Entry(s.id(), s.style().title())).toList());
  }

  @GetMapping("/api/styles/{id}")
  ResponseEntity<byte[]> get(@PathVariable String id, User user, ServletWebRequest request) {
    StyleSheet sheet = shelf.get(user, id);
    String etag = '"' + sheet.etag() + '"';
    if (request.checkNotModified(etag)) {
      return ResponseEntity.status(304).eTag(etag).build();
    }
    Body body =
        bodies.compute(
            id, (key, kept) -> kept != null && kept.etag.equals(etag) ? kept : body(sheet, etag));
    CacheControl caching = CacheControl.noCache();
    return ResponseEntity.ok()
        .eTag(etag)
        .cacheControl(sheet.isFile() ? caching.cachePublic() : caching.cachePrivate())
        .contentType(MediaType.APPLICATION_JSON)
        .body(body.json);
  }

  private Body body(StyleSheet sheet, String etag) {
    return new Body(etag, mapper.writeValueAsBytes(StyleJson.of(sheet.style())));
  }
}

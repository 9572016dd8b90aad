package org.citygis.style.ogc;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.citygis.catalog.Layers;
import org.citygis.catalog.OpenLayer;
import org.citygis.problem.Problem;
import org.citygis.security.Action;
import org.citygis.security.User;
import org.citygis.style.StyleJson;
import org.citygis.style.StyleSheet;
import org.citygis.style.StyleShelf;
import org.citygis.style.maplibre.MapLibreStyle;
import org.citygis.style.maplibre.Sprite;
import org.citygis.text.Lang;
import org.citygis.text.Text;
import org.citygis.web.Query;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Reading styles. */
@RestController
@RequestMapping("/ogc")
class StylesController {
  private final StyleShelf shelf;
  private final Layers layers;

  StylesController(StyleShelf shelf, Layers layers) {
    this.shelf = shelf;
    this.layers = layers;
  }

  @GetMapping("/styles")
  Map<String, @Nullable Object> list(User user, Lang lang, HttpServletRequest request) {
    Query.of(request, Set.of());
    String root = root(request);
    return new StyleDocuments(root, lang).list(shelf.list(user), root, null);
  }

  @GetMapping("/collections/{layer}/styles")
  Map<String, @Nullable Object> ofLayer(
      @PathVariable("layer") String id, User user, Lang lang, HttpServletRequest request) {
    Query.of(request, Set.of());
    List<StyleSheet> sheets = shelf.list(layers.open(user, id, Action.VIEW));
    String self = base(request) + "/ogc/collections/" + id + "/styles";
    return new StyleDocuments(root(request), lang).list(sheets, self, sheets.get(0).id());
  }

  @GetMapping("/styles/{id}")
  ResponseEntity<?> style(@PathVariable String id, User user, Lang lang, HttpServletRequest request)
      throws HttpMediaTypeNotAcceptableException {
    Query query = Query.of(request, Set.of("collection"));
    StyleSheet sheet = shelf.get(user, id);
    StyleEncoding encoding = StyleEncoding.of(request, sheet);
    String etag = "\"%s-%s-%s\"".formatted(sheet.etag(), encoding.tag(), lang.tag());
    ResponseEntity.BodyBuilder answer = fresh(sheet, etag);
    if (encoding != StyleEncoding.MAPBOX && new ServletWebRequest(request).checkNotModified(etag)) {
      return ResponseEntity.status(304).eTag(etag).build();
    }
    return switch (encoding) {
      case SLD ->
          answer
              .contentType(StyleEncoding.type(sheet))
              .body(sheet.sld().getBytes(StandardCharsets.UTF_8));
      case RULES ->
          answer.contentType(MediaType.APPLICATION_JSON).body(StyleJson.of(sheet.style()));
      case MAPBOX -> {
        OpenLayer layer = layerOf(user, sheet, query.find("collection"));
        yield answer
            .contentType(StyleEncoding.MAPBOX_STYLE)
            .body(
                MapLibreStyle.of(
                    sheet.style(), layer.definition(), sources(sheet, layer, request), lang));
      }
    };
  }

  @GetMapping("/styles/{id}/metadata")
  Map<String, @Nullable Object> metadata(
      @PathVariable String id, User user, Lang lang, HttpServletRequest request) {
    Query.of(request, Set.of());
    StyleSheet sheet = shelf.get(user, id);
    return new StyleDocuments(root(request), lang).metadata(sheet, uses(user, sheet));
  }

  /** The index and the picture that a style of MapLibre names, {@code @2x} for fine screens. */
  @GetMapping("/styles/{id}/{layer}/{name:sprite(?:@2x)?}.{ending:json|png}")
  ResponseEntity<?> sprite(
      @PathVariable String id,
      @PathVariable("layer") String layerId,
      @PathVariable String name,
      @PathVariable String ending,
      User user) {
    StyleSheet sheet = shelf.get(user, id);
    OpenLayer layer = layerOf(user, sheet, layerId);
    Sprite sprite = MapLibreStyle.sprite(sheet.style(), layer.definition());
    int ratio = name.endsWith("@2x") ? 2 : 1;
    ResponseEntity.BodyBuilder answer = fresh(sheet, '"' + sheet.etag() + "-" + ratio + '"');
    return ending.equals("json")
        ? answer.contentType(MediaType.APPLICATION_JSON).body(sprite.index(ratio))
        : answer.contentType(MediaType.IMAGE_PNG).body(sprite.png(ratio));
  }

  private OpenLayer layerOf(User user, StyleSheet sheet, @Nullable String collection) {
    if (collection != null) {
      return layers.open(user, collection, Action.VIEW);
    }
    return uses(user, sheet).stream()
        .findFirst()
        .orElseThrow(
            () ->
                Problem.Invalid.parameter(
                    "collection",
                    "",
                    Text.of(
                        "图层编号：没有图层默认使用样式 " + sheet.id(),
                        "the id of a layer, since none is drawn in style " + sheet.id())));
  }

  private List<OpenLayer> uses(User user, StyleSheet sheet) {
    return layers.list(user, Action.VIEW).stream()
        .filter(
            layer ->
                layer.layer().id().equals(sheet.layer())
                    || layer.definition().style().equals(sheet.id()))
        .toList();
  }

  private static MapLibreStyle.Sources sources(
      StyleSheet sheet, OpenLayer layer, HttpServletRequest request) {
    String id = layer.layer().id();
    return new MapLibreStyle.Sources(
        base(request) + "/tiles/" + id + "/{z}/{x}/{y}.mvt?v=" + layer.layer().etag(),
        root(request) + "/" + sheet.id() + "/" + id + "/sprite",
        layer.layer().currentVersion().bbox());
  }

  private static ResponseEntity.BodyBuilder fresh(StyleSheet sheet, String etag) {
    CacheControl caching = CacheControl.noCache();
    return ResponseEntity.ok()
        .eTag(etag)
        .header(HttpHeaders.VARY, "Accept, Accept-Language")
        .cacheControl(sheet.isFile() ? caching.cachePublic() : caching.cachePrivate());
  }

  private static String base(HttpServletRequest request) {
    return ServletUriComponentsBuilder.fromContextPath(request).build().toUriString();
  }

  private static String root(HttpServletRequest request) {
    return base(request) + "/ogc/styles";
  }
}

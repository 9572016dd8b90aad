package org.citygis.maps.ogc;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.citygis.catalog.Layers;
import org.citygis.catalog.OpenLayer;
import org.citygis.catalog.Visibility;
import org.citygis.geo.Box;
import org.citygis.maps.LayerStyles;
import org.citygis.maps.Pictures;
import org.citygis.maps.draw.MapLayer;
import org.citygis.problem.Problem;
import org.citygis.security.Action;
import org.citygis.security.User;
import org.citygis.style.Style;
import org.citygis.text.Lang;
import org.citygis.text.Text;
import org.citygis.web.Query;
import org.geotools.api.filter.Filter;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Maps of collections. */
@RestController
class MapController {
  private static final int MOST_LAYERS = 64;

  private final Layers layers;
  private final LayerStyles styles;
  private final Pictures pictures;

  MapController(Layers layers, LayerStyles styles, Pictures pictures) {
    this.layers = layers;
    this.styles = styles;
    this.pictures = pictures;
  }

  @GetMapping("/ogc/collections/{id}/map")
  ResponseEntity<byte[]> ofCollection(
      @PathVariable String id, User user, Lang lang, HttpServletRequest request) {
    Query query = Query.of(request, MapRequest.PARAMETERS);
    OpenLayer layer = layers.open(user, id, Action.VIEW);
    return answer(query, List.of(layer), styles.of(layer), lang);
  }

  @GetMapping("/ogc/collections/{id}/styles/{style}/map")
  ResponseEntity<byte[]> styled(
      @PathVariable String id,
      @PathVariable String style,
      User user,
      Lang lang,
      HttpServletRequest request) {
    Query query = Query.of(request, MapRequest.PARAMETERS);
    OpenLayer layer = layers.open(user, id, Action.VIEW);
    return answer(query, List.of(layer), styles.named(layer, style), lang);
  }

  /** Of those that {@code collections} names; else of the usual ones. */
  @GetMapping("/ogc/map")
  ResponseEntity<byte[]> ofSeveral(User user, Lang lang, HttpServletRequest request) {
    Set<String> known = new HashSet<>(MapRequest.PARAMETERS);
    known.add("collections");
    Query query = Query.of(request, known);
    String asked = query.find("collections");
    List<OpenLayer> shown =
        asked == null
            ? usual(layers.list(user, Action.VIEW))
            : Arrays.stream(asked.split(","))
                .map(String::strip)
                .filter(id -> !id.isEmpty())
                .map(id -> layers.open(user, id, Action.VIEW))
                .toList();
    if (shown.isEmpty() || shown.size() > MOST_LAYERS) {
      throw Problem.Invalid.parameter(
          "collections",
          String.valueOf(asked),
          Text.of(
              "1 至 %d 个集合".formatted(MOST_LAYERS), "1 to %d collections".formatted(MOST_LAYERS)));
    }
    return answer(query, shown, null, lang);
  }

  /** Those that a new visitor's map shows; all, where it shows none. */
  private static List<OpenLayer> usual(List<OpenLayer> visible) {
    List<OpenLayer> initial = visible.stream().filter(l -> l.definition().initial()).toList();
    return (initial.isEmpty() ? visible : initial).stream().limit(MOST_LAYERS).toList();
  }

  private ResponseEntity<byte[]> answer(
      Query query, List<OpenLayer> shown, @Nullable Style style, Lang lang) {
    List<OpenLayer> withShapes =
        shown.stream().filter(layer -> layer.table().geometry() != null).toList();
    if (withShapes.isEmpty()) {
      throw new Problem.NotFound(
          Text.of("此集合没有图形，没有地图。", "The collection has no shapes and so no map."));
    }
    MapRequest map = MapRequest.read(query, withShapes, lang, pictures);
    List<MapLayer> drawn =
        withShapes.stream()
            .filter(layer -> map.view().zoom() >= layer.definition().zoom().min())
            .map(
                layer ->
                    new MapLayer(
                        layer, style == null ? styles.of(layer) : style, map.filter(layer)))
            .toList();
    byte[] picture = pictures.draw(map.view(), drawn, map.background(), map.format());
    boolean forAll =
        withShapes.stream()
            .allMatch(
                layer ->
                    layer.definition().visibility() == Visibility.PUBLIC
                        && layer.access().rows() == Filter.INCLUDE);
    return ResponseEntity.ok()
        .contentType(map.format().type())
        .header("Content-Crs", "<" + map.view().crs().uri() + ">")
        .header("Content-Bbox", bbox(map))
        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
        .cacheControl(
            forAll ? CacheControl.noCache().cachePublic() : CacheControl.noCache().cachePrivate())
        .body(picture);
  }

  private static String bbox(MapRequest map) {
    Box box = map.view().box();
    DoubleStream numbers =
        map.view().crs().northFirst()
            ? DoubleStream.of(box.minY(), box.minX(), box.maxY(), box.maxX())
            : DoubleStream.of(box.minX(), box.minY(), box.maxX(), box.maxY());
    return numbers
        .mapToObj(n -> String.format(Locale.ROOT, "%.9f", n).replaceAll("\\.?0+$", ""))
        .collect(Collectors.joining(","));
  }
}

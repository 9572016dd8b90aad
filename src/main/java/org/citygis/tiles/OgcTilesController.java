package org.citygis.tiles;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.citygis.catalog.GeometryKind;
import org.citygis.catalog.Layers;
import org.citygis.catalog.OpenLayer;
import org.citygis.problem.Problem;
import org.citygis.security.Action;
import org.citygis.security.User;
import org.citygis.text.Lang;
import org.citygis.text.Text;
import org.citygis.web.Query;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** OGC API Tiles: tiles of one layer, and of several in one. Rows come before columns. */
@RestController
@RequestMapping("/ogc")
class OgcTilesController {
  /** So that nobody asks for the whole city in a tile by mistake. */
  private static final int MOST_LAYERS = 20;

  private final Layers layers;
  private final Tiles tiles;
  private final TileAnswers answers;

  OgcTilesController(Layers layers, Tiles tiles, TileAnswers answers) {
    this.layers = layers;
    this.tiles = tiles;
    this.answers = answers;
  }

  @GetMapping("/tileMatrixSets")
  TilesetDocuments.Listing matrixSets(Lang lang, HttpServletRequest request) {
    Query.of(request, Set.of("f"));
    return documents(request, lang).matrixSets();
  }

  @GetMapping("/tileMatrixSets/{set}")
  TilesetDocuments.MatrixSet matrixSet(
      @PathVariable String set, Lang lang, HttpServletRequest request) {
    Query.of(request, Set.of("f"));
    return documents(request, lang).matrixSet(set(set));
  }

  @GetMapping("/collections/{layer}/tiles")
  TilesetDocuments.Listing tilesets(
      @PathVariable String layer, User user, Lang lang, HttpServletRequest request) {
    Query.of(request, Set.of("f"));
    return documents(request, lang).tilesets(open(user, layer));
  }

  @GetMapping("/collections/{layer}/tiles/{set}")
  TilesetDocuments.Tileset tileset(
      @PathVariable String layer,
      @PathVariable String set,
      User user,
      Lang lang,
      HttpServletRequest request) {
    Query.of(request, Set.of("f"));
    OpenLayer open = open(user, layer);
    return documents(request, lang).tileset(open, List.of(open), set(set));
  }

  @GetMapping("/collections/{layer}/tiles/{set}/{z}/{row}/{column}")
  ResponseEntity<byte[]> tile(
      @PathVariable String layer,
      @PathVariable String set,
      @PathVariable String z,
      @PathVariable String row,
      @PathVariable String column,
      @RequestHeader(name = HttpHeaders.ACCEPT_ENCODING, defaultValue = "") String encodings,
      User user,
      ServletWebRequest request) {
    Query.of(request.getRequest(), Set.of("f"));
    OpenLayer open = open(user, layer);
    return answer(List.of(open), TileAddress.parse(set(set), z, row, column), encodings, request);
  }

  @GetMapping("/tiles")
  TilesetDocuments.Listing cityTilesets(Lang lang, HttpServletRequest request) {
    Query.of(request, Set.of("f"));
    return documents(request, lang).tilesets(null);
  }

  @GetMapping("/tiles/{set}")
  TilesetDocuments.Tileset cityTileset(
      @PathVariable String set,
      @RequestParam(required = false) @Nullable String collections,
      User user,
      Lang lang,
      HttpServletRequest request) {
    Query.of(request, Set.of("f", "collections"));
    return documents(request, lang).tileset(null, parts(user, collections), set(set));
  }

  @GetMapping("/tiles/{set}/{z}/{row}/{column}")
  ResponseEntity<byte[]> cityTile(
      @PathVariable String set,
      @PathVariable String z,
      @PathVariable String row,
      @PathVariable String column,
      @RequestParam(required = false) @Nullable String collections,
      @RequestHeader(name = HttpHeaders.ACCEPT_ENCODING, defaultValue = "") String encodings,
      User user,
      ServletWebRequest request) {
    Query.of(request.getRequest(), Set.of("f", "collections"));
    TileAddress tile = TileAddress.parse(set(set), z, row, column);
    return answer(parts(user, collections), tile, encodings, request);
  }

  private ResponseEntity<byte[]> answer(
      List<OpenLayer> parts, TileAddress tile, String encodings, ServletWebRequest request) {
    if (!TileLimits.of(parts, tile.set()).has(tile)) {
      throw new Problem.NotFound(
              Text.of("该瓦片在瓦片集的范围之外。", "The tile is outside the limits of the tile set."))
          .about(
              "tileMatrix",
              "%d/%d/%d".formatted(tile.z(), tile.y(), tile.x()),
              Text.of("tileMatrixSetLimits 之内的瓦片", "a tile within the tileMatrixSetLimits"));
    }
    List<OpenLayer> drawn = parts.stream().filter(part -> Tiles.isDrawn(part, tile.z())).toList();
    String tag = TileAnswers.tag(String.join("-", drawn.stream().map(tiles::state).toList()));
    CacheControl caching =
        drawn.stream().allMatch(TileAnswers::isForAll)
            ? CacheControl.noCache().cachePublic()
            : CacheControl.noCache().cachePrivate();
    HttpHeaders headers = answers.headers(tag, caching);
    if (request.checkNotModified(tag)) {
      return new ResponseEntity<>(headers, HttpStatus.NOT_MODIFIED);
    }
    List<EncodedTile> found = drawn.stream().map(part -> tiles.get(part, tile)).toList();
    return answers.answer(EncodedTile.join(found), headers, encodings);
  }

  /** The named layers, or all that are shown at first. */
  private List<OpenLayer> parts(User user, @Nullable String collections) {
    if (collections == null || collections.isBlank()) {
      return layers.list(user, Action.VIEW).stream()
          .filter(layer -> layer.definition().geometry() != GeometryKind.NONE)
          .filter(layer -> layer.definition().initial())
          .limit(MOST_LAYERS)
          .toList();
    }
    Set<String> ids = new TreeSet<>(List.of(collections.split(",")));
    if (ids.size() > MOST_LAYERS) {
      throw Problem.Invalid.parameter(
          "collections",
          collections,
          Text.of("至多 %d 个图层".formatted(MOST_LAYERS), "at most %d layers".formatted(MOST_LAYERS)));
    }
    return ids.stream()
        .map(id -> layers.open(user, id, Action.VIEW))
        .sorted(Comparator.comparingInt(layer -> layer.definition().order()))
        .toList();
  }

  private OpenLayer open(User user, String id) {
    OpenLayer open = layers.open(user, id, Action.VIEW);
    if (open.definition().geometry() == GeometryKind.NONE) {
      throw new Problem.NotFound(
          Text.of("图层 %s 没有图形。".formatted(id), "Layer %s has no shapes.".formatted(id)));
    }
    return open;
  }

  private static TileMatrixSet set(String id) {
    return TileMatrixSet.find(id)
        .orElseThrow(
            () ->
                new Problem.NotFound(
                        Text.of(
                            "没有瓦片矩阵集“%s”。".formatted(id),
                            "There is no tile matrix set '%s'.".formatted(id)))
                    .about("tileMatrixSetId", id, Text.same("WebMercatorQuad, CGCS2000Quad")));
  }

  private static TilesetDocuments documents(HttpServletRequest request, Lang lang) {
    String base = ServletUriComponentsBuilder.fromContextPath(request).build().toUriString();
    return new TilesetDocuments(base + "/ogc", lang);
  }
}

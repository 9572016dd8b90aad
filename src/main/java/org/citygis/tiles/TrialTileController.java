package org.citygis.tiles;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.citygis.catalog.Field;
import org.citygis.catalog.Layers;
import org.citygis.catalog.OpenLayer;
import org.citygis.geo.TileCoord;
import org.citygis.packed.ShapeQuery;
import org.citygis.packed.ShapeSource;
import org.citygis.problem.Problem;
import org.citygis.security.Action;
import org.citygis.security.User;
import org.citygis.text.Text;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Tiles for a style that somebody tries out: they carry the fields that he names, which no saved
 * style may look at yet. For those who may save styles of the layer; cut anew each time.
 */
@RestController
class TrialTileController {
  private static final int MOST_FIELDS = 8;

  private final Layers layers;
  private final ShapeSource shapes;

  TrialTileController(Layers layers, ShapeSource shapes) {
    this.layers = layers;
    this.shapes = shapes;
  }

  @GetMapping(path = "/tiles/{layer}/{z}/{x}/{y}.mvt", params = "fields")
  ResponseEntity<byte[]> tile(
      @PathVariable String layer,
      @PathVariable int z,
      @PathVariable int x,
      @PathVariable int y,
      @RequestParam String fields,
      User user) {
    OpenLayer open = layers.open(user, layer, Action.PUBLISH);
    Set<String> asked = asked(open, fields);
    List<String> carried = List.copyOf(asked);
    TileGrid grid = TileGrid.of(new TileCoord(z, x, y));
    TileCutter cutter = new TileCutter(grid, layer, carried);
    shapes.read(open, new ShapeQuery(grid.box(), grid.detail(), carried, asked), cutter::add);
    byte[] tile = cutter.toTile();
    return tile == null
        ? ResponseEntity.noContent().build()
        : ResponseEntity.ok()
            .cacheControl(CacheControl.noStore())
            .contentType(MediaType.parseMediaType("application/vnd.mapbox-vector-tile"))
            .body(tile);
  }

  private static Set<String> asked(OpenLayer open, String text) {
    List<String> known = open.fields().stream().map(Field::name).toList();
    Set<String> asked = new LinkedHashSet<>(Stream.of(text.split(",")).map(String::strip).toList());
    if (asked.size() > MOST_FIELDS || !known.containsAll(asked)) {
      String list = String.join(", ", known);
      throw Problem.Invalid.parameter(
          "fields",
          text,
          Text.of(
              "至多 %d 个字段，取自 %s".formatted(MOST_FIELDS, list),
              "at most %d fields out of %s".formatted(MOST_FIELDS, list)));
    }
    return asked;
  }
}

package org.citygis.tiles;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.citygis.catalog.Field;
import org.citygis.catalog.GeometryKind;
import org.citygis.catalog.Layer;
import org.citygis.catalog.LayerDefinition;
import org.citygis.catalog.OpenLayer;
import org.citygis.packed.Drawings;
import org.citygis.packed.DrawnFields;
import org.citygis.packed.ShapeQuery;
import org.citygis.packed.ShapeSource;
import org.citygis.problem.Problem;
import org.citygis.text.Text;
import org.geotools.api.filter.Filter;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The tiles of the layers: from the cache, or cut from the shapes that the tile's box meets. */
@Component
class Tiles {
  private record Key(String state, Set<String> hidden, Filter rows, TileAddress tile) {}

  private record State(Layer layer, DrawnFields drawn, String text) {}

  private final ShapeSource shapes;
  private final Drawings drawings;
  private final TileCache<Key> cache;
  private final Turns turns;
  private final Map<String, State> states = new ConcurrentHashMap<>();

  Tiles(ShapeSource shapes, Drawings drawings, TileProperties properties) {
    this.shapes = shapes;
    this.drawings = drawings;
    this.cache = new TileCache<>(properties.cache());
    this.turns = new Turns(properties.places(), properties.patience());
  }

  /**
   * The tile. One zoom below the layer's range is served too: a map that shows tiles 512 pixels
   * wide asks for it when it draws the first zoom of the range.
   *
   * @throws Problem.NotFound when the layer is not drawn at this zoom
   * @throws Problem.Unavailable when too many others want tiles
   */
  EncodedTile get(OpenLayer layer, TileAddress tile) {
    requireDrawn(layer, tile.z());
    return cache.get(key(layer, tile), () -> turns.take(() -> EncodedTile.of(cut(layer, tile))));
  }

  private Key key(OpenLayer layer, TileAddress tile) {
    return new Key(state(layer), layer.access().hiddenFields(), layer.access().rows(), tile);
  }

  /** Whether the layer has tiles of this zoom. */
  static boolean isDrawn(OpenLayer layer, int z) {
    LayerDefinition.ZoomRange zoom = layer.definition().zoom();
    return layer.definition().geometry() != GeometryKind.NONE
        && z >= zoom.min() - 1
        && z <= zoom.max();
  }

  private static void requireDrawn(OpenLayer layer, int z) {
    if (!isDrawn(layer, z)) {
      LayerDefinition.ZoomRange zoom = layer.definition().zoom();
      throw new Problem.NotFound(
              Text.of(
                  "图层 %s 在 %d 级没有瓦片。".formatted(layer.layer().id(), z),
                  "Layer %s has no tiles at zoom %d.".formatted(layer.layer().id(), z)))
          .about("z", String.valueOf(z), Text.same("%d–%d".formatted(zoom.min(), zoom.max())));
    }
  }

  /** Changes whenever any tile of the layer may look different. */
  String state(OpenLayer layer) {
    State known = states.get(layer.layer().id());
    DrawnFields drawn = drawings.of(layer.definition());
    if (known == null || known.layer != layer.layer() || known.drawn != drawn) {
      known = new State(layer.layer(), drawn, text(layer.layer(), drawn));
      states.put(layer.layer().id(), known);
    }
    return known.text;
  }

  private static String text(Layer layer, DrawnFields drawn) {
    long created = layer.currentVersion().createdAt().toEpochMilli();
    return String.join(".", layer.id(), layer.etag(), Long.toString(created, 36), drawn.state());
  }

  /** The bytes of the tile, plain; null for an empty one. */
  byte @Nullable [] cut(OpenLayer layer, TileAddress tile) {
    DrawnFields drawn = drawings.of(layer.definition());
    List<String> fields = drawn.at(tile.z(), layer.fields().stream().map(Field::name).toList());
    TileGrid grid = tile.grid();
    TileCutter cutter = new TileCutter(grid, layer.layer().id(), fields);
    shapes.read(
        layer, new ShapeQuery(grid.box(), grid.detail(), fields, drawn.classFields()), cutter::add);
    return cutter.toTile();
  }
}

package org.citygis.tiles;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.citygis.catalog.Field;
import org.citygis.catalog.GeometryKind;
import org.citygis.catalog.LayerDefinition;
import org.citygis.catalog.LayerVersion;
import org.citygis.catalog.OpenLayer;
import org.citygis.geo.TileCoord;
import org.citygis.packed.DrawnFields;
import org.citygis.packed.ShapeQuery;
import org.citygis.packed.ShapeSource;
import org.citygis.problem.Problem;
import org.citygis.style.Style;
import org.citygis.style.Styles;
import org.citygis.text.Text;
import org.geotools.api.filter.Filter;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The tiles of the layers: from the cache, or cut from the rows that the box of the tile meets. */
@Component
class Tiles {
  private record Key(String state, Set<String> hidden, Filter rows, TileCoord tile) {}

  private final ShapeSource shapes;
  private final Styles styles;
  private final TileCache<Key> cache;
  private final Map<String, String> stateOfStyle = new ConcurrentHashMap<>();

  Tiles(ShapeSource shapes, Styles styles, TileProperties properties) {
    this.shapes = shapes;
    this.styles = styles;
    this.cache = new TileCache<>(properties.cache());
  }

  /**
   * The tile. One zoom below the layer's range is served too: a map that shows tiles 512 pixels
   * wide asks for it when it draws the first zoom of the range.
   *
   * @throws Problem.NotFound when the layer is not drawn at this zoom
   */
  EncodedTile get(OpenLayer layer, TileCoord tile) {
    LayerDefinition.ZoomRange zoom = layer.definition().zoom();
    if (layer.definition().geometry() == GeometryKind.NONE
        || tile.z() < zoom.min() - 1
        || tile.z() > zoom.max()) {
      throw new Problem.NotFound(
              Text.of(
                  "图层 %s 在 %d 级没有瓦片。".formatted(layer.layer().id(), tile.z()),
                  "Layer %s has no tiles at zoom %d.".formatted(layer.layer().id(), tile.z())))
          .about(
              "z", String.valueOf(tile.z()), Text.same("%d–%d".formatted(zoom.min(), zoom.max())));
    }
    Key key = new Key(state(layer), layer.access().hiddenFields(), layer.access().rows(), tile);
    return cache.get(key, () -> EncodedTile.of(cut(layer, tile)));
  }

  /** Changes whenever any tile of the layer may look different. */
  String state(OpenLayer layer) {
    LayerVersion version = layer.layer().currentVersion();
    return "%s.%s.%s.%s"
        .formatted(
            layer.layer().id(),
            layer.layer().etag(),
            Long.toString(version.createdAt().toEpochMilli(), 36),
            stateOfStyle.computeIfAbsent(
                DrawnFields.of(layer.definition(), styles).style().id(), this::fieldsInShort));
  }

  /** What a style makes of a tile: which properties it carries and which decide on the symbol. */
  private String fieldsInShort(String id) {
    Style style = styles.get(id);
    return Integer.toHexString(31 * style.fields().hashCode() + style.classFields().hashCode());
  }

  private byte @Nullable [] cut(OpenLayer layer, TileCoord tile) {
    DrawnFields drawn = DrawnFields.of(layer.definition(), styles);
    List<String> fields = drawn.at(tile.z(), layer.fields().stream().map(Field::name).toList());
    TileGrid grid = TileGrid.of(tile);
    TileCutter cutter = new TileCutter(grid, layer.layer().id(), fields);
    shapes.read(
        layer, new ShapeQuery(grid.box(), grid.detail(), fields, drawn.classFields()), cutter::add);
    return cutter.toTile();
  }
}

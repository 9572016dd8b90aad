package org.citygis.maps.raster;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import java.util.Set;
import org.citygis.catalog.OpenLayer;
import org.citygis.geo.Box;
import org.citygis.geo.Crs;
import org.citygis.geo.Reprojection;
import org.citygis.maps.LayerStyles;
import org.citygis.maps.MapsProperties;
import org.citygis.maps.Pictures;
import org.citygis.maps.draw.MapLayer;
import org.citygis.maps.draw.View;
import org.citygis.maps.image.ImageFormat;
import org.citygis.problem.Problem;
import org.citygis.style.Style;
import org.geotools.api.filter.Filter;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Drawn tiles of single layers, kept while there is room. */
@Component
public class RasterTiles {
  private static final int OVERHEAD_BYTES = 400;

  /** Labels and marks reach a little beyond the layer's extent. */
  private static final double MARGIN_PIXELS = 128;

  private record Key(
      String state, Set<String> hidden, Filter rows, RasterTile tile, ImageFormat format) {}

  private final Pictures pictures;
  private final LayerStyles styles;
  private final Cache<Key, byte[]> tiles;

  RasterTiles(Pictures pictures, LayerStyles styles, MapsProperties properties) {
    this.pictures = pictures;
    this.styles = styles;
    tiles =
        Caffeine.newBuilder()
            .maximumWeight(properties.cache().toBytes())
            .weigher((Key key, byte[] tile) -> tile.length + OVERHEAD_BYTES)
            .build();
  }

  /** The style by that id, or the layer's own. */
  public Style style(OpenLayer layer, @Nullable String id) {
    return id == null || id.isEmpty() || id.equals("default")
        ? styles.of(layer)
        : styles.named(layer, id);
  }

  String state(OpenLayer layer, Style style, RasterTile tile) {
    return styles.state(layer, style) + '.' + tile.ratio() + tile.lang().tag();
  }

  byte[] get(OpenLayer layer, Style style, RasterTile tile, ImageFormat format) {
    View view = tile.view();
    Key key =
        new Key(
            styles.state(layer, style),
            layer.access().hiddenFields(),
            layer.access().rows(),
            tile,
            format);
    byte[] known = tiles.getIfPresent(key);
    if (known == null) {
      List<MapLayer> drawn =
          isDrawn(layer, view) ? List.of(new MapLayer(layer, style, Filter.INCLUDE)) : List.of();
      known = pictures.draw(view, drawn, null, format);
      tiles.put(key, known);
    }
    return known;
  }

  private static boolean isDrawn(OpenLayer layer, View view) {
    Box box = layer.layer().currentVersion().bbox();
    if (box == null || view.zoom() < layer.definition().zoom().min()) {
      return false;
    }
    try {
      Box extent = Reprojection.between(Crs.CRS84, view.crs()).apply(box);
      return extent.envelope().intersects(view.grown(MARGIN_PIXELS).box().envelope());
    } catch (Problem.Invalid outsideOfTheSystem) {
      return true;
    }
  }
}

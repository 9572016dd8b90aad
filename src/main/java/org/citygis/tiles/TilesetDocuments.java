package org.citygis.tiles;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.citygis.catalog.Field;
import org.citygis.catalog.OpenLayer;
import org.citygis.geo.TileCoord;
import org.citygis.storage.ColumnType;
import org.citygis.text.Lang;
import org.citygis.text.Text;
import org.citygis.web.ApiLink;
import org.jspecify.annotations.Nullable;

/**
 * The documents of OGC API Tiles 1.0 and of the standard on tile matrix sets and tile set metadata
 * 2.0 (OGC 17-083r4).
 */
final class TilesetDocuments {
  private static final String JSON = "application/json";
  private static final String SCHEME = "http://www.opengis.net/def/rel/ogc/1.0/tiling-scheme";
  private static final Text CITY = Text.of("全部图层", "All layers");

  /** A list of tile sets or of tile matrix sets has one of the two. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Listing(
      @Nullable List<ApiLink> links,
      @Nullable List<Tileset> tilesets,
      @Nullable List<MatrixSetEntry> tileMatrixSets) {}

  record MatrixSetEntry(String id, String title, @Nullable String uri, List<ApiLink> links) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Tileset(
      String title,
      String dataType,
      String crs,
      @Nullable String tileMatrixSetURI,
      List<ApiLink> links,
      @Nullable List<TileLimits.Range> tileMatrixSetLimits,
      @Nullable BoundingBox boundingBox,
      @Nullable List<LayerEntry> layers) {}

  /** Corners as longitude and latitude. */
  record BoundingBox(double[] lowerLeft, double[] upperRight, String crs) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record LayerEntry(
      String id,
      String title,
      String dataType,
      @Nullable Integer geometryDimension,
      String minTileMatrix,
      String maxTileMatrix,
      Map<String, Object> propertiesSchema) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record MatrixSet(
      String id,
      String title,
      @Nullable String uri,
      String crs,
      String[] orderedAxes,
      String wellKnownScaleSet,
      List<Matrix> tileMatrices) {}

  record Matrix(
      String id,
      double scaleDenominator,
      double cellSize,
      String cornerOfOrigin,
      double[] pointOfOrigin,
      int tileWidth,
      int tileHeight,
      int matrixWidth,
      int matrixHeight) {}

  private final String root;
  private final Lang lang;

  /**
   * @param root address of the API
   */
  TilesetDocuments(String root, Lang lang) {
    this.root = root;
    this.lang = lang;
  }

  Listing matrixSets() {
    List<MatrixSetEntry> entries = new ArrayList<>();
    for (TileMatrixSet set : TileMatrixSet.values()) {
      entries.add(
          new MatrixSetEntry(
              set.id(),
              set.id(),
              set.uri(),
              List.of(new ApiLink(scheme(set), "self", JSON, set.id()))));
    }
    return new Listing(null, null, entries);
  }

  MatrixSet matrixSet(TileMatrixSet set) {
    boolean northFirst = set.crs().northFirst();
    List<Matrix> matrices = new ArrayList<>();
    for (int z = set.firstZoom(); z <= TileCoord.MAX_ZOOM; z++) {
      matrices.add(
          new Matrix(
              String.valueOf(z),
              set.scaleDenominator(z),
              set.side(z) / 256,
              "topLeft",
              northFirst
                  ? new double[] {set.north(), set.west()}
                  : new double[] {set.west(), set.north()},
              256,
              256,
              set.columns(z),
              set.rows(z)));
    }
    return new MatrixSet(
        set.id(),
        set.id(),
        set.uri(),
        set.crs().uri(),
        northFirst ? new String[] {"Lat", "Lon"} : new String[] {"E", "N"},
        set.scales(),
        matrices);
  }

  /** All tile sets of a layer, or of all layers together when it is null. */
  Listing tilesets(@Nullable OpenLayer layer) {
    String here = tiles(layer);
    List<Tileset> tilesets = new ArrayList<>();
    for (TileMatrixSet set : TileMatrixSet.values()) {
      tilesets.add(
          new Tileset(
              title(layer),
              "vector",
              set.crs().uri(),
              set.uri(),
              List.of(
                  new ApiLink(here + "/" + set.id(), "self", JSON, title(layer)),
                  new ApiLink(scheme(set), SCHEME, JSON, set.id())),
              null,
              null,
              null));
    }
    return new Listing(List.of(new ApiLink(here, "self", JSON, title(layer))), tilesets, null);
  }

  /**
   * What there is to know of a tile set.
   *
   * @param layer null for all layers together
   * @param parts the layers that it has
   */
  Tileset tileset(@Nullable OpenLayer layer, List<OpenLayer> parts, TileMatrixSet set) {
    String here = tiles(layer) + "/" + set.id();
    TileLimits limits = TileLimits.of(parts, set);
    return new Tileset(
        title(layer),
        "vector",
        set.crs().uri(),
        set.uri(),
        List.of(
            new ApiLink(here, "self", JSON, title(layer)),
            new ApiLink(scheme(set), SCHEME, JSON, set.id()),
            new ApiLink(
                here + "/{tileMatrix}/{tileRow}/{tileCol}",
                "item",
                TileAnswers.MVT,
                title(layer),
                true)),
        limits.ranges(),
        limits.box() == null
            ? null
            : new BoundingBox(
                new double[] {limits.box().minX(), limits.box().minY()},
                new double[] {limits.box().maxX(), limits.box().maxY()},
                "http://www.opengis.net/def/crs/OGC/1.3/CRS84"),
        parts.stream().map(part -> entry(part, set)).toList());
  }

  private LayerEntry entry(OpenLayer part, TileMatrixSet set) {
    Map<String, Object> properties = new LinkedHashMap<>();
    for (Field field : part.fields()) {
      properties.put(
          field.name(), Map.of("title", field.alias().in(lang), "type", type(field.type())));
    }
    int first = Math.max(set.firstZoom(), part.definition().zoom().min() - 1);
    return new LayerEntry(
        part.layer().id(),
        part.definition().title().in(lang),
        "vector",
        switch (part.definition().geometry()) {
          case POINT -> 0;
          case LINE -> 1;
          case POLYGON -> 2;
          case MIXED, NONE -> null;
        },
        String.valueOf(first),
        String.valueOf(part.definition().zoom().max()),
        Map.of("type", "object", "properties", properties));
  }

  /** As the value stands in the tile. */
  private static String type(ColumnType type) {
    return switch (type) {
      case INTEGER -> "integer";
      case NUMBER -> "number";
      case BOOLEAN -> "boolean";
      case TEXT, DATE, DATETIME -> "string";
    };
  }

  private String title(@Nullable OpenLayer layer) {
    return (layer == null ? CITY : layer.definition().title()).in(lang);
  }

  private String tiles(@Nullable OpenLayer layer) {
    return layer == null ? root + "/tiles" : root + "/collections/" + layer.layer().id() + "/tiles";
  }

  private String scheme(TileMatrixSet set) {
    return root + "/tileMatrixSets/" + set.id();
  }
}

package org.citygis.features.places;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.citygis.catalog.Layers;
import org.citygis.catalog.OpenLayer;
import org.citygis.catalog.VisibleFields;
import org.citygis.geo.Crs;
import org.citygis.geo.Reprojection;
import org.citygis.security.Action;
import org.citygis.security.User;
import org.citygis.storage.FeatureStore;
import org.citygis.storage.GeometryColumn;
import org.citygis.web.geojson.WkbEnvelope;
import org.locationtech.jts.geom.Coordinate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The name indexes of the layers that are searched, read one after the other by a thread of their
 * own. An index holds the rows and fields of one access decision and is used under no other.
 *
 * <p>All together take at most a quarter of the heap; a layer that finds no room is asked by SQL. A
 * layer of which single rows changed is read again; until that is done its former index proposes
 * features, of which the current row is looked at before it is shown.
 */
@Component
class LayerNames {
  private static final Logger LOG = LoggerFactory.getLogger(LayerNames.class);

  /** After so many rows it is looked whether there is room for all. */
  private static final int CHECKED = 1 << 14;

  private final Layers layers;
  private final FeatureStore store;
  private final NameShelf shelf;
  private final ExecutorService reader =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().name("place-names").daemon().priority(Thread.MIN_PRIORITY).factory());

  @Autowired
  LayerNames(Layers layers, FeatureStore store) {
    this(layers, store, Runtime.getRuntime().maxMemory() / 4);
  }

  /**
   * @param budget bytes of all indexes together
   */
  LayerNames(Layers layers, FeatureStore store, long budget) {
    this.layers = layers;
    this.store = store;
    this.shelf = new NameShelf(budget);
  }

  /** Reads the names that everybody may search in the background, before somebody types. */
  @EventListener
  void started(ApplicationReadyEvent event) {
    try {
      layers.list(User.ANONYMOUS, Action.QUERY).forEach(this::prepare);
    } catch (RuntimeException e) {
      LOG.warn("Names are not read ahead and will be when they are asked for: {}", e.toString());
    }
  }

  /** The fields that the layer is searched by and that the user may see. */
  static List<String> searched(OpenLayer layer) {
    return VisibleFields.of(layer).stream()
        .map(field -> field.name())
        .filter(layer.definition().search()::contains)
        .toList();
  }

  /** Lets the names be read, where they are not or are out of date. */
  void prepare(OpenLayer layer) {
    NameShelf.Key key = NameShelf.Key.of(layer);
    if (!key.fields().isEmpty() && shelf.claim(key, layer)) {
      reader.execute(() -> read(key, layer));
    }
  }

  /**
   * The names of the layer as it is, or as it was a moment ago; empty where they are not in memory.
   *
   * @param patience until when to wait for them, of {@link System#nanoTime}
   */
  Optional<NameIndex> find(OpenLayer layer, long patience) {
    prepare(layer);
    return shelf.find(NameShelf.Key.of(layer), layer, patience);
  }

  private void read(NameShelf.Key key, OpenLayer layer) {
    long start = System.nanoTime();
    try {
      Optional<NameIndex> index = index(key, layer);
      shelf.put(key, layer, index, System.nanoTime() - start);
      LOG.debug(
          "Names of {}: {}",
          layer.layer().id(),
          index
              .map(it -> it.features() + " features, " + it.bytes() + " bytes")
              .orElse("too many"));
    } catch (RuntimeException e) {
      shelf.failed(key);
      LOG.warn("The names of {} could not be read: {}", layer.layer().id(), e.toString());
    }
  }

  /** Empty when there is no room for it. */
  private Optional<NameIndex> index(NameShelf.Key key, OpenLayer layer) {
    NameIndexBuilder builder = new NameIndexBuilder();
    GeometryColumn geometry = layer.table().geometry();
    if (geometry == null) {
      return Optional.of(builder.build());
    }
    Reprojection toLonLat = Reprojection.between(geometry.crs(), Crs.CRS84);
    long rows = layer.layer().currentVersion().rows();
    boolean[] fits = {true};
    store.stream(
        layer.table(),
        layer.query().fields(key.fields()),
        row -> {
          byte[] wkb = row.wkb();
          Coordinate middle = wkb == null ? null : WkbEnvelope.of(wkb).centre();
          if (middle != null) {
            Coordinate place = toLonLat.apply(middle.x, middle.y);
            builder.row(row.fid(), place.x, place.y, RowTexts.of(row, key.fields().size()));
            if (builder.features() % CHECKED == 0) {
              fits[0] = shelf.hasRoom(key, builder.bytesOf(rows));
            }
          }
          return fits[0];
        });
    return fits[0]
        ? Optional.of(builder.build()).filter(index -> shelf.hasRoom(key, index.bytes()))
        : Optional.empty();
  }
}

package org.citygis.features.places;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import org.citygis.catalog.Layers;
import org.citygis.catalog.OpenLayer;
import org.citygis.catalog.VisibleFields;
import org.citygis.geo.Crs;
import org.citygis.geo.Reprojection;
import org.citygis.security.AccessDecision;
import org.citygis.security.Action;
import org.citygis.security.User;
import org.citygis.storage.FeatureStore;
import org.citygis.storage.GeometryColumn;
import org.citygis.web.geojson.WkbEnvelope;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The name indexes of the layers that are searched. One is built when its layer is first asked,
 * kept under the decision by which its rows were read, and built anew when the layer has changed.
 */
@Component
class LayerNames {
  /** Characters kept over all layers, about two bytes each. */
  private static final long BUDGET = 150_000_000;

  /** Rows up to which a layer's names are kept. */
  private static final long MAX_INDEXED_ROWS = 1_500_000;

  private record Key(String layer, AccessDecision access) {}

  private record Built(String etag, NameIndex index) {}

  private static final Logger LOG = LoggerFactory.getLogger(LayerNames.class);

  private final Layers layers;
  private final FeatureStore store;
  private final Cache<Key, Built> indexes =
      Caffeine.newBuilder()
          .maximumWeight(BUDGET)
          .weigher((Key key, Built built) -> 1000 + built.index.characters())
          .build();

  LayerNames(Layers layers, FeatureStore store) {
    this.layers = layers;
    this.store = store;
  }

  /** Reads the names that everybody may search in the background, before somebody types. */
  @EventListener
  void started(ApplicationReadyEvent event) {
    Thread.ofPlatform().name("place-names").daemon().start(this::prepare);
  }

  private void prepare() {
    try {
      for (OpenLayer layer : layers.list(User.ANONYMOUS, Action.QUERY)) {
        if (isIndexed(layer)) {
          of(layer);
        }
      }
    } catch (RuntimeException e) {
      LOG.warn("Names are not read ahead and will be when they are asked for: {}", e.toString());
    }
  }

  /** Whether the names of the layer are kept in memory; those of a larger one are asked by SQL. */
  static boolean isIndexed(OpenLayer layer) {
    return !searched(layer).isEmpty() && layer.layer().currentVersion().rows() <= MAX_INDEXED_ROWS;
  }

  /** The fields that the layer is searched by and that the user may see. */
  static List<String> searched(OpenLayer layer) {
    return VisibleFields.of(layer).stream()
        .map(field -> field.name())
        .filter(layer.definition().search()::contains)
        .toList();
  }

  NameIndex of(OpenLayer layer) {
    String etag = layer.layer().etag();
    Key key = new Key(layer.layer().id(), layer.access());
    Built built =
        indexes
            .asMap()
            .compute(
                key,
                (same, before) ->
                    before != null && before.etag.equals(etag)
                        ? before
                        : new Built(etag, build(layer)));
    return built.index;
  }

  private NameIndex build(OpenLayer layer) {
    NameIndex.Builder builder = new NameIndex.Builder();
    GeometryColumn geometry = layer.table().geometry();
    if (geometry == null) {
      return builder.build();
    }
    List<String> fields = searched(layer);
    Reprojection toLonLat = Reprojection.between(geometry.crs(), Crs.CRS84);
    store.read(
        layer.table(),
        layer.query().fields(fields),
        row -> {
          byte[] wkb = row.wkb();
          Envelope box = wkb == null ? new Envelope() : WkbEnvelope.of(wkb);
          Coordinate middle = box.centre();
          if (middle != null) {
            Coordinate place = toLonLat.apply(middle.x, middle.y);
            builder.row(row.fid(), place.x, place.y);
            for (int i = 0; i < fields.size(); i++) {
              Object name = row.value(i);
              if (name != null && !name.toString().isBlank()) {
                builder.name(name.toString());
              }
            }
          }
          return true;
        });
    return builder.build();
  }
}

package org.citygis.incidents;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.citygis.catalog.Layer;
import org.citygis.catalog.Layers;
import org.citygis.catalog.OpenLayer;
import org.citygis.geo.LonLat;
import org.citygis.problem.Problem;
import org.citygis.security.Action;
import org.citygis.security.User;
import org.citygis.storage.ClosestRows;
import org.citygis.storage.FeatureQuery;
import org.citygis.storage.FeatureStore;
import org.citygis.storage.NearestRows;
import org.citygis.text.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds the nearest stations in the layers that declare a service to {@code dispatch}. */
@Component
class Stations {
  private static final List<String> FIELDS =
      List.of("name", "name_en", "address", "address_en", "phone", "vehicles");

  private record Row(long fid, Map<String, Object> values) {}

  private final Layers layers;
  private final FeatureStore store;

  Stations(Layers layers, FeatureStore store) {
    this.layers = layers;
    this.store = store;
  }

  /** The kinds of a comma list, all when there is none. Throws Invalid for one nobody offers. */
  Collection<String> kinds(@Nullable String commaList) {
    Set<String> offered = new TreeSet<>();
    layers.all().forEach(layer -> offered.add(dispatch(layer)));
    offered.remove("");
    if (commaList == null || commaList.isBlank()) {
      return offered;
    }
    List<String> kinds = Arrays.stream(commaList.split(",")).map(String::strip).distinct().toList();
    for (String kind : kinds) {
      if (!offered.contains(kind)) {
        throw Problem.Invalid.parameter("kinds", kind, Text.same(String.join(", ", offered)));
      }
    }
    return kinds;
  }

  /** Nearest first; of layers that the user may not see, none. */
  List<Station> nearest(User user, LonLat centre, Collection<String> kinds, int limit) {
    List<Station> stations = new ArrayList<>();
    for (OpenLayer layer : layers.list(user, Action.QUERY)) {
      String kind = dispatch(layer.layer());
      if (kinds.contains(kind) && layer.table().geometry() != null) {
        stations.addAll(nearest(layer, kind, centre, limit));
      }
    }
    stations.sort(Comparator.comparingDouble(Station::distanceMetres));
    return stations.subList(0, Math.min(limit, stations.size()));
  }

  private static String dispatch(Layer layer) {
    String kind = layer.definition().dispatch();
    return kind == null ? "" : kind;
  }

  private List<Station> nearest(OpenLayer layer, String kind, LonLat centre, int limit) {
    FeatureQuery query =
        layer
            .query()
            .fields(FIELDS.stream().filter(f -> layer.table().findColumn(f).isPresent()).toList());
    return new NearestRows(store, layer.table(), query)
            .find(
                centre,
                limit,
                row -> {
                  Map<String, Object> values = new HashMap<>();
                  for (int i = 0; i < query.fields().size(); i++) {
                    Object value = row.value(i);
                    if (value != null) {
                      values.put(query.fields().get(i), value);
                    }
                  }
                  return new Row(row.fid(), values);
                })
            .stream()
            .map(near -> station(layer, kind, near))
            .toList();
  }

  private static Station station(OpenLayer layer, String kind, ClosestRows.Close<Row> near) {
    Map<String, Object> values = near.value().values();
    return new Station(
        layer.layer().id(),
        near.value().fid(),
        kind,
        values.get("name"),
        values.get("name_en"),
        values.get("address"),
        values.get("address_en"),
        values.get("phone"),
        values.get("vehicles"),
        Math.round(near.proximity().to().lon() * 1e7) / 1e7,
        Math.round(near.proximity().to().lat() * 1e7) / 1e7,
        Math.round(near.proximity().metres() * 10) / 10.0,
        Math.round(near.proximity().bearingDegrees() * 10) / 10.0);
  }
}

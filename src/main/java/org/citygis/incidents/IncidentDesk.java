package org.citygis.incidents;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.citygis.audit.Audit;
import org.citygis.catalog.Layers;
import org.citygis.catalog.OpenLayer;
import org.citygis.geo.Crs;
import org.citygis.geo.LonLat;
import org.citygis.geo.Reprojection;
import org.citygis.history.FeatureHistory;
import org.citygis.history.FeatureState;
import org.citygis.history.FeatureStates;
import org.citygis.problem.Problem;
import org.citygis.security.Action;
import org.citygis.security.User;
import org.citygis.storage.FeatureStore;
import org.citygis.text.Text;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/**
 * Registers incidents and changes them. The row, the layer's revision, the feed, the history and
 * the trail are written in one transaction, in this order, which is also the order of their locks.
 */
@Component
class IncidentDesk {
  private static final GeometryFactory GEOMETRIES = new GeometryFactory();

  private final Layers layers;
  private final FeatureStore store;
  private final Incidents incidents;
  private final IncidentForm form;
  private final IncidentFeed feed;
  private final IncidentStreams streams;
  private final FeatureStates states;
  private final FeatureHistory history;
  private final Audit audit;
  private final TransactionTemplate transaction;

  IncidentDesk(
      Layers layers,
      FeatureStore store,
      Incidents incidents,
      IncidentForm form,
      IncidentFeed feed,
      IncidentStreams streams,
      FeatureStates states,
      FeatureHistory history,
      Audit audit,
      PlatformTransactionManager transactions) {
    this.layers = layers;
    this.store = store;
    this.incidents = incidents;
    this.form = form;
    this.feed = feed;
    this.streams = streams;
    this.states = states;
    this.history = history;
    this.audit = audit;
    this.transaction = new TransactionTemplate(transactions);
  }

  Incident register(User user, JsonNode body) {
    OpenLayer layer = layers.open(user, Fields.LAYER, Action.EDIT);
    Changes changes = form.forNew(layer, body);
    Map<String, @Nullable Object> values = new LinkedHashMap<>(changes.values());
    values.put(Fields.REPORTER, user.titleZh());
    Geometry shape = shape(layer, Objects.requireNonNull(changes.place()));
    Long id =
        transaction.execute(
            status -> {
              layers.touched(Fields.LAYER);
              long fid = store.insert(layer.table(), shape, values);
              feed.add(fid, true);
              history.add(user, layer, fid, null, states.find(layer, fid).orElse(null), null);
              audit.record(user, "register-incident", Fields.LAYER + "/" + fid, told(changes));
              return fid;
            });
    streams.wake();
    return incidents.get(layer, Objects.requireNonNull(id));
  }

  /** Throws Conflict when the status cannot become what is asked. */
  Incident change(User user, long id, JsonNode body) {
    OpenLayer layer = layers.open(user, Fields.LAYER, Action.EDIT);
    transaction.executeWithoutResult(
        status -> {
          // Takes the layer's row, so that two operators change one after the other and the second
          // is judged by what the first left.
          layers.touched(Fields.LAYER);
          Incident current = incidents.get(layer, id);
          Changes changes = form.forChange(layer, body, current);
          if (changes.isEmpty()) {
            return;
          }
          FeatureState before = states.find(layer, id).orElse(null);
          LonLat place = changes.place();
          store.update(
              layer.table(), id, place == null ? null : shape(layer, place), changes.values());
          feed.add(id, false);
          history.add(user, layer, id, before, states.find(layer, id).orElse(null), null);
          audit.record(user, "change-incident", Fields.LAYER + "/" + id, told(changes));
        });
    streams.wake();
    return incidents.get(layer, id);
  }

  /** The place in the layer's own system; refused where that system does not reach. */
  private static Geometry shape(OpenLayer layer, LonLat place) {
    Crs crs = IncidentReader.crs(layer);
    try {
      Coordinate at = Reprojection.between(Crs.CRS84, crs).apply(place.lon(), place.lat());
      Coordinate back = Reprojection.between(crs, Crs.CRS84).apply(at.x, at.y);
      if (Math.hypot(back.x - place.lon(), back.y - place.lat()) < 1e-6) {
        return GEOMETRIES.createPoint(at);
      }
    } catch (Problem.Invalid outside) {
      // answered below, by the names that the caller used
    }
    throw Problem.Invalid.parameter(
        "lon",
        place.lon() + "," + place.lat(),
        Text.of("%s 适用范围内的位置".formatted(crs), "a place within the reach of %s".formatted(crs)));
  }

  private static String told(Changes changes) {
    Map<String, @Nullable Object> all = new LinkedHashMap<>(changes.values());
    if (changes.place() != null) {
      all.put("place", changes.place().lon() + " " + changes.place().lat());
    }
    return all.toString();
  }
}

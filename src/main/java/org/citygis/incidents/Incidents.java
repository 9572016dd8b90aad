package org.citygis.incidents;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.citygis.catalog.OpenLayer;
import org.citygis.geo.Box;
import org.citygis.geo.LonLat;
import org.citygis.geo.Vicinity;
import org.citygis.problem.Problem;
import org.citygis.storage.ClosestRows;
import org.citygis.storage.ClosestRows.Close;
import org.citygis.storage.FeatureQuery;
import org.citygis.storage.FeatureStore;
import org.citygis.storage.FeatureTable;
import org.citygis.storage.NearestRows;
import org.citygis.storage.RowsAround;
import org.citygis.text.Text;
import org.geotools.api.filter.Filter;
import org.geotools.api.filter.FilterFactory;
import org.geotools.factory.CommonFactoryFinder;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.springframework.stereotype.Component;

/**
 * Reads incidents. The database finds candidates by box and attributes; whether one lies in the
 * circle or polygon is decided here, in longitude and latitude, so both databases answer alike.
 */
@Component
class Incidents {
  private static final FilterFactory FILTERS = CommonFactoryFinder.getFilterFactory();
  private static final GeometryFactory GEOMETRIES = new GeometryFactory();

  /**
   * @param total how many meet the search, also beyond the limit
   */
  record Found(long total, List<Incident> incidents) {}

  private final FeatureStore store;

  Incidents(FeatureStore store) {
    this.store = store;
  }

  /** Nearest first when the search has a centre, else newest first. */
  Found search(OpenLayer layer, Search search) {
    IncidentReader reader = new IncidentReader(layer);
    FeatureQuery query = reader.query().filter(filter(search));
    LonLat centre = search.centre();
    if (centre == null && search.box() == null && search.area() == null) {
      return newest(layer, query.page(0, search.limit()), reader);
    }
    if (centre != null
        && search.radiusMetres() != null
        && search.box() == null
        && search.area() == null) {
      return around(layer, centre, search.radiusMetres(), query, search.limit(), reader);
    }
    query = query.box(candidates(layer, search));
    PreparedGeometry area =
        search.area() == null ? null : PreparedGeometryFactory.prepare(search.area());
    return centre == null
        ? newest(layer, search, query, area, reader)
        : nearest(layer, search, centre, query, area, reader);
  }

  private Found newest(
      OpenLayer layer,
      Search search,
      FeatureQuery query,
      @Nullable PreparedGeometry area,
      IncidentReader reader) {
    List<Incident> first = new ArrayList<>();
    AtomicLong total = new AtomicLong();
    store.read(
        layer.table(),
        query.order(newestFirst()),
        row -> {
          LonLat place = reader.place(row);
          if (place != null && isInside(place, search, area)) {
            total.incrementAndGet();
            Incident incident = first.size() < search.limit() ? reader.read(row) : null;
            if (incident != null) {
              first.add(incident);
            }
          }
          return true;
        });
    return new Found(total.get(), first);
  }

  private Found around(
      OpenLayer layer,
      LonLat centre,
      double metres,
      FeatureQuery query,
      int limit,
      IncidentReader reader) {
    RowsAround.Found<Incident> found =
        new RowsAround(store, layer.table(), query).find(centre, metres, limit, reader::read);
    return new Found(found.total(), measured(found.closest()));
  }

  private static List<Incident> measured(List<Close<Incident>> closest) {
    return closest.stream().map(near -> near.value().at(near.proximity().metres())).toList();
  }

  /** Looks at the places of all candidates and reads those incidents that are near enough. */
  private Found nearest(
      OpenLayer layer,
      Search search,
      LonLat centre,
      FeatureQuery query,
      @Nullable PreparedGeometry area,
      IncidentReader reader) {
    ClosestRows<Incident> closest = new ClosestRows<>(search.limit());
    AtomicLong total = new AtomicLong();
    new NearestRows(store, layer.table(), query)
        .within(
            GEOMETRIES.createPoint(new Coordinate(centre.lon(), centre.lat())),
            search.radiusMetres() == null ? Double.POSITIVE_INFINITY : search.radiusMetres(),
            (row, proximity) -> {
              if (isInside(proximity.to(), search, area)) {
                total.incrementAndGet();
                closest.offer(row, proximity, reader::read);
              }
              return true;
            });
    return new Found(total.get(), measured(closest.closestFirst()));
  }

  /** Throws NotFound when there is none that the user may see. */
  Incident get(OpenLayer layer, long id) {
    Incident incident = list(layer, List.of(id)).get(id);
    if (incident == null) {
      throw new Problem.NotFound(
              Text.of("没有事件 %d。".formatted(id), "There is no incident %d.".formatted(id)))
          .about("id", String.valueOf(id), Text.of("事件编号", "the id of an incident"));
    }
    return incident;
  }

  /** Those of the ids that there are and that the user may see, by id. */
  Map<Long, Incident> list(OpenLayer layer, Collection<Long> ids) {
    IncidentReader reader = new IncidentReader(layer);
    Map<Long, Incident> found = new HashMap<>();
    if (ids.isEmpty()) {
      return found;
    }
    List<Filter> anyOf = new ArrayList<>();
    for (Long id : ids) {
      anyOf.add(FILTERS.equals(FILTERS.property(FeatureTable.FID), FILTERS.literal(id)));
    }
    store.read(
        layer.table(),
        reader.query().filter(FILTERS.or(anyOf)),
        row -> {
          Incident incident = reader.read(row);
          if (incident != null) {
            found.put(incident.id(), incident);
          }
          return true;
        });
    return found;
  }

  private Found newest(OpenLayer layer, FeatureQuery page, IncidentReader reader) {
    List<Incident> incidents = new ArrayList<>();
    store.read(
        layer.table(),
        page.order(newestFirst()),
        row -> {
          Incident incident = reader.read(row);
          if (incident != null) {
            incidents.add(incident);
          }
          return true;
        });
    return new Found(store.count(layer.table(), page), incidents);
  }

  private static List<FeatureQuery.Order> newestFirst() {
    return List.of(new FeatureQuery.Order(Fields.OCCURRED_AT, true));
  }

  private static Filter filter(Search search) {
    List<Filter> all = new ArrayList<>();
    search.codes().forEach((field, codes) -> all.add(oneOf(field, codes)));
    if (search.from() != null) {
      all.add(
          FILTERS.greaterOrEqual(
              FILTERS.property(Fields.OCCURRED_AT), FILTERS.literal(search.from())));
    }
    if (search.to() != null) {
      all.add(
          FILTERS.lessOrEqual(FILTERS.property(Fields.OCCURRED_AT), FILTERS.literal(search.to())));
    }
    if (search.words() != null) {
      String pattern = "*" + search.words().replaceAll("([*?\\\\])", "\\\\$1") + "*";
      all.add(
          FILTERS.or(
              List.of(
                  like(Fields.TITLE, pattern),
                  like(Fields.ADDRESS, pattern),
                  like(Fields.DESCRIPTION, pattern))));
    }
    return all.isEmpty() ? Filter.INCLUDE : all.size() == 1 ? all.getFirst() : FILTERS.and(all);
  }

  private static Filter oneOf(String field, List<String> codes) {
    List<Filter> any = new ArrayList<>();
    for (String code : codes) {
      any.add(FILTERS.equals(FILTERS.property(field), FILTERS.literal(code)));
    }
    return any.size() == 1 ? any.getFirst() : FILTERS.or(any);
  }

  private static Filter like(String field, String pattern) {
    return FILTERS.like(FILTERS.property(field), pattern, "*", "?", "\\", false);
  }

  /**
   * The box in the layer's own system that holds every place the search can mean; null for
   * everywhere.
   */
  private static @Nullable Box candidates(OpenLayer layer, Search search) {
    Envelope meant = new Envelope(-180, 180, -90, 90);
    if (search.box() != null) {
      meant = meant.intersection(search.box().envelope());
    }
    if (search.area() != null) {
      meant = meant.intersection(search.area().getEnvelopeInternal());
    }
    // Nowhere, or more than a projection can express: the exact test decides alone.
    return meant.isNull() ? null : Vicinity.findBox(Box.of(meant), 0, IncidentReader.crs(layer));
  }

  private static boolean isInside(LonLat place, Search search, @Nullable PreparedGeometry area) {
    Coordinate at = new Coordinate(place.lon(), place.lat());
    return (search.box() == null || search.box().envelope().covers(at))
        && (area == null || area.covers(GEOMETRIES.createPoint(at)));
  }
}

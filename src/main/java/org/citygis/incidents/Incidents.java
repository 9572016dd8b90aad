package org.citygis.incidents;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.citygis.catalog.OpenLayer;
import org.citygis.geo.Box;
import org.citygis.geo.Crs;
import org.citygis.geo.Geodesic;
import org.citygis.geo.LonLat;
import org.citygis.geo.Reprojection;
import org.citygis.problem.Problem;
import org.citygis.storage.FeatureQuery;
import org.citygis.storage.FeatureStore;
import org.citygis.storage.FeatureTable;
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

  /** Looks at the places of all candidates first, then reads the few incidents that are told. */
  private Found nearest(
      OpenLayer layer,
      Search search,
      LonLat centre,
      FeatureQuery query,
      @Nullable PreparedGeometry area,
      IncidentReader reader) {
    Double radius = search.radiusMetres();
    Nearest nearest = new Nearest(search.limit());
    store.read(
        layer.table(),
        query.fields(List.of()),
        row -> {
          LonLat place = reader.place(row);
          if (place != null && isInside(place, search, area)) {
            double metres = Geodesic.distanceMetres(centre, place);
            if (radius == null || metres <= radius) {
              nearest.add(row.fid(), metres);
            }
          }
          return true;
        });
    List<Nearest.Hit> hits = nearest.inOrder();
    Map<Long, Incident> incidents = list(layer, hits.stream().map(Nearest.Hit::fid).toList());
    List<Incident> told = new ArrayList<>();
    for (Nearest.Hit hit : hits) {
      Incident incident = incidents.get(hit.fid());
      if (incident != null) {
        told.add(incident.at(hit.metres()));
      }
    }
    return new Found(nearest.total(), told);
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
    if (search.centre() != null && search.radiusMetres() != null) {
      Box around = Geodesic.boxAround(search.centre(), search.radiusMetres());
      meant = meant.intersection(around.envelope());
    }
    if (search.box() != null) {
      meant = meant.intersection(search.box().envelope());
    }
    if (search.area() != null) {
      meant = meant.intersection(search.area().getEnvelopeInternal());
    }
    if (meant.isNull() || meant.getWidth() > 30 || meant.getHeight() > 30) {
      // Nowhere, or more than a projection can express: the exact test decides alone.
      return null;
    }
    Box box = Reprojection.between(Crs.CRS84, IncidentReader.crs(layer)).apply(Box.of(meant));
    // An edge between two transformed points bends by less than this share of the box.
    return box.buffer((box.width() + box.height()) * 0.002);
  }

  private static boolean isInside(LonLat place, Search search, @Nullable PreparedGeometry area) {
    Coordinate at = new Coordinate(place.lon(), place.lat());
    return (search.box() == null || search.box().envelope().covers(at))
        && (area == null || area.covers(GEOMETRIES.createPoint(at)));
  }
}

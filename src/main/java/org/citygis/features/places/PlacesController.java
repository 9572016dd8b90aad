package org.citygis.features.places;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.citygis.catalog.Layers;
import org.citygis.catalog.OpenLayer;
import org.citygis.features.places.positions.Position;
import org.citygis.features.places.positions.PositionReader;
import org.citygis.features.places.spelling.NameQuery;
import org.citygis.geo.Box;
import org.citygis.geo.LonLat;
import org.citygis.problem.Problem;
import org.citygis.security.Action;
import org.citygis.security.User;
import org.citygis.storage.FeatureStore;
import org.citygis.text.Lang;
import org.citygis.text.Text;
import org.citygis.web.Parameters;
import org.citygis.web.Query;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Names in all layers that the user may see. */
@RestController
class PlacesController {
  private static final Set<String> KNOWN =
      Set.of("q", "near", "bbox", "lon", "lat", "layers", "limit");
  private static final int MAX_LENGTH = 100;
  private static final int DEFAULT_LIMIT = 10;
  private static final int MAX_LIMIT = 50;

  /** How long names that are just being read are waited for. */
  private static final Duration PATIENCE = Duration.ofMillis(250);

  private final Layers layers;
  private final LayerNames names;
  private final NamedInDatabase inDatabase;
  private final PlaceReader places;
  private final PositionReader positions;

  PlacesController(
      Layers layers,
      LayerNames names,
      FeatureStore store,
      PlaceReader places,
      PositionReader positions) {
    this.layers = layers;
    this.names = names;
    this.inDatabase = new NamedInDatabase(store);
    this.places = places;
    this.positions = positions;
  }

  /**
   * @param positions what the text says as coordinates or a grid reference, likeliest first
   * @param incomplete the layers in which something may not have been found, and why
   */
  record Found(List<Place> places, List<Position> positions, List<Incomplete> incomplete) {}

  record Incomplete(String layer, Text reason) {}

  @GetMapping("/api/places")
  Found places(@RequestParam String q, User user, Lang lang, HttpServletRequest request) {
    Query query = Query.of(request, KNOWN);
    LonLat from = from(query);
    List<Position> read = positions.read(q, from);
    NameQuery typed = typed(q, !read.isEmpty());
    Nearness nearness = new Nearness(from);
    int limit = Parameters.limit(query.find("limit"), DEFAULT_LIMIT, MAX_LIMIT);
    List<OpenLayer> searched = typed.isEmpty() ? List.of() : searched(query.find("layers"), user);
    NameSearch search = NameSearch.of(typed, nearness, limit);
    List<Incomplete> incomplete = new ArrayList<>();
    searched.forEach(names::prepare);
    long patience = System.nanoTime() + PATIENCE.toNanos();
    for (OpenLayer layer : searched) {
      Optional<NameIndex> index = names.find(layer, patience);
      if (index.isPresent()) {
        index.get().search(search, layer);
      } else {
        inDatabase
            .search(q, limit, search, layer)
            .ifPresent(reason -> incomplete.add(new Incomplete(layer.layer().id(), reason)));
      }
    }
    List<Place> found = places.read(search.best().bestFirst(), search, lang);
    return new Found(found, read, incomplete);
  }

  /** Empty only for what is longer than any name and is a position. */
  private static NameQuery typed(String q, boolean isPosition) {
    NameQuery typed = NameQuery.of(q.length() > MAX_LENGTH ? "" : q);
    if (typed.isEmpty() && !isPosition) {
      throw Problem.Invalid.parameter(
          "q",
          q,
          Text.of(
              "1 至 %d 个字的名称".formatted(MAX_LENGTH),
              "a name of 1 to %d characters".formatted(MAX_LENGTH)));
    }
    return typed;
  }

  /** The place that near or lon and lat give, or the middle of the view. */
  private static @Nullable LonLat from(Query query) {
    String near = query.find("near");
    String bbox = query.find("bbox");
    if (near != null) {
      String[] parts = near.split(",", -1);
      if (parts.length != 2) {
        throw Problem.Invalid.parameter(
            "near", near, Text.of("“经度,纬度”", "longitude,latitude in degrees"));
      }
      return new LonLat(Parameters.number("near", parts[0]), Parameters.number("near", parts[1]));
    }
    if (bbox != null) {
      Box box = Parameters.bbox("bbox", bbox);
      return new LonLat((box.minX() + box.maxX()) / 2, (box.minY() + box.maxY()) / 2);
    }
    return query.findPlace();
  }

  private List<OpenLayer> searched(@Nullable String ids, User user) {
    List<OpenLayer> all =
        ids == null
            ? layers.list(user, Action.QUERY)
            : Arrays.stream(ids.split(","))
                .distinct()
                .map(id -> layers.open(user, id.strip(), Action.QUERY))
                .toList();
    return all.stream().filter(layer -> !LayerNames.searched(layer).isEmpty()).toList();
  }
}

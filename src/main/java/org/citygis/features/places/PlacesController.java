package org.citygis.features.places;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.citygis.catalog.Layers;
import org.citygis.catalog.OpenLayer;
import org.citygis.features.places.positions.Position;
import org.citygis.features.places.positions.PositionReader;
import org.citygis.problem.Problem;
import org.citygis.security.Action;
import org.citygis.security.User;
import org.citygis.storage.FeatureStore;
import org.citygis.text.Lang;
import org.citygis.text.Text;
import org.citygis.web.Parameters;
import org.citygis.web.Query;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Names in all layers that the user may see. */
@RestController
class PlacesController {
  private static final Set<String> KNOWN = Set.of("q", "lon", "lat", "limit");
  private static final int MAX_LENGTH = 100;
  private static final int DEFAULT_LIMIT = 10;
  private static final int MAX_LIMIT = 50;

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

  record Found(List<Place> places, List<Position> positions) {}

  @GetMapping("/api/places")
  Found places(@RequestParam String q, User user, Lang lang, HttpServletRequest request) {
    Query query = Query.of(request, KNOWN);
    String needle = needle(q);
    Nearness nearness = new Nearness(query.findPlace());
    int limit = Parameters.limit(query.find("limit"), DEFAULT_LIMIT, MAX_LIMIT);
    BestMatches best = new BestMatches(limit);
    for (OpenLayer layer : layers.list(user, Action.QUERY)) {
      if (LayerNames.searched(layer).isEmpty()) {
        continue;
      }
      if (LayerNames.isIndexed(layer)) {
        names.of(layer).search(needle, layer, nearness, best);
      } else {
        inDatabase.search(needle, limit, layer, nearness, best);
      }
    }
    return new Found(
        best.bestFirst().stream()
            .map(match -> places.read(match, lang))
            .flatMap(Optional::stream)
            .toList(),
        positions.read(q, query.findPlace()));
  }

  private static String needle(String q) {
    String needle = Folding.of(q).strip();
    if (needle.isEmpty() || needle.length() > MAX_LENGTH) {
      throw Problem.Invalid.parameter(
          "q",
          q,
          Text.of(
              "1 至 %d 个字的名称".formatted(MAX_LENGTH),
              "a name of 1 to %d characters".formatted(MAX_LENGTH)));
    }
    return needle;
  }
}

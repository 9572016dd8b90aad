package org.citygis.halls;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.citygis.catalog.Catalog;
import org.citygis.catalog.CodeList;
import org.citygis.catalog.Layers;
import org.citygis.catalog.OpenLayer;
import org.citygis.problem.Problem;
import org.citygis.security.Action;
import org.citygis.security.User;
import org.citygis.text.CityTime;
import org.citygis.text.Lang;
import org.citygis.text.Text;
import org.citygis.web.Parameters;
import org.citygis.web.Query;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/halls/nearest}: the citizen's question. */
@RestController
class HallController {
  private static final Set<String> KNOWN = Set.of("lon", "lat", "item", "open", "q", "limit");
  private static final int LIMIT = 20;
  private static final int LARGEST_LIMIT = 200;
  private static final int LONGEST_WORDS = 100;

  /**
   * @param at the moment that open, closes_at and opens_at speak of
   */
  record Answer(OffsetDateTime at, List<Hall> halls) {}

  private final Layers layers;
  private final Halls halls;
  private final Catalog catalog;
  private final HallSettings settings;
  private final Clock clock;

  HallController(Layers layers, Halls halls, Catalog catalog, HallSettings settings, Clock clock) {
    this.layers = layers;
    this.halls = halls;
    this.catalog = catalog;
    this.settings = settings;
    this.clock = clock;
  }

  @GetMapping("/api/halls/nearest")
  ResponseEntity<Answer> nearest(User user, Lang lang, HttpServletRequest request) {
    Query query = Query.of(request, KNOWN);
    String open = query.find("open");
    OpenLayer layer = layers.open(user, settings.layer(), Action.QUERY);
    boolean openOnly = open != null && !open.isBlank();
    Instant at =
        open == null || open.isBlank() || open.equals("now")
            ? clock.instant().truncatedTo(ChronoUnit.SECONDS)
            : moment(open);
    OffsetDateTime cityTime = at.atZone(CityTime.ZONE).toOffsetDateTime();
    Halls.Wanted wanted =
        new Halls.Wanted(
            query.findPlace(),
            item(layer, query.find("item")),
            cityTime,
            openOnly,
            words(query.find("q")),
            Parameters.limit(query.find("limit"), LIMIT, LARGEST_LIMIT));
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .body(new Answer(cityTime, halls.find(layer, wanted, lang)));
  }

  private static Instant moment(String open) {
    try {
      return Parameters.instant("open", open);
    } catch (Problem.Invalid wrong) {
      throw Problem.Invalid.parameter(
          "open",
          open,
          Text.of(
              "now,或 ISO 8601 时间，如 2026-01-31T08:15:00+08:00",
              "now, or an ISO 8601 time such as 2026-01-31T08:15:00+08:00"));
    }
  }

  private @Nullable String item(OpenLayer layer, @Nullable String item) {
    if (item == null || item.isBlank()) {
      return null;
    }
    HallReader.findItemCodes(layer, catalog)
        .filter(codes -> codes.find(item).isEmpty())
        .ifPresent(
            codes -> {
              throw Problem.Invalid.parameter(
                  "item",
                  item,
                  Text.same(
                      String.join(
                          ", ", codes.entries().stream().map(CodeList.Entry::code).toList())));
            });
    return item;
  }

  private static @Nullable String words(@Nullable String q) {
    if (q == null || q.isBlank()) {
      return null;
    }
    if (q.length() > LONGEST_WORDS) {
      throw Problem.Invalid.parameter("q", q, Text.of("不超过 100 个字符", "at most 100 characters"));
    }
    return q.strip();
  }
}

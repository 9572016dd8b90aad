package org.citygis.features.ogc;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.citygis.catalog.Field;
import org.citygis.catalog.OpenLayer;
import org.citygis.catalog.VisibleFields;
import org.citygis.geo.Crs;
import org.citygis.storage.FeatureQuery;
import org.citygis.storage.FeatureStore;
import org.citygis.text.Lang;
import org.citygis.web.Query;
import org.citygis.web.geojson.JsonBytes;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Streams features as GeoJSON: a page of a collection, or one of them. */
@Component
class ItemsAnswer {
  /** Longest page, in features, whose count runs beside it. */
  private static final int COUNTED_BESIDE = 10_000;

  private final FeatureStore store;
  private final MatchCount counts;
  private final JsonMapper json;

  ItemsAnswer(FeatureStore store, MatchCount counts, JsonMapper json) {
    this.store = store;
    this.counts = counts;
    this.json = json;
  }

  /** What a page needs to know of its surroundings. */
  record Context(OpenLayer layer, Root root, Query query, Lang lang) {
    String self() {
      return query.appendTo(root.items(layer.layer().id()));
    }

    /** The same page in the other encoding. */
    String as(Format format) {
      return query.with("f", format.tag()).appendTo(root.items(layer.layer().id()));
    }

    /** The page after the one that ended at this mark. */
    String nextAfter(String mark) {
      return query.with("after", mark).appendTo(root.items(layer.layer().id()));
    }
  }

  /**
   * The features come first and {@code numberMatched} at the end, so that nobody waits for a count
   * before the first of them: it runs on a second connection while they are written, and not at all
   * where the page has all that match.
   */
  void page(Context context, ItemsRequest request, HttpServletResponse response)
      throws IOException {
    OpenLayer layer = context.layer;
    FeatureQuery matching = request.matching(layer);
    MatchCount.Counting count = counts.counting(layer, request.conditions(), matching);
    response.setContentType(Format.GEOJSON.toString());
    JsonBytes out = new JsonBytes(response.getOutputStream());
    out.raw("{\"type\":\"FeatureCollection\",\"timeStamp\":");
    out.string(Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
    out.raw(",\"features\":[");
    FeatureJson features = new FeatureJson(out, layer, request.fields(), request.crs());
    PageReader page =
        new PageReader(
            request,
            request.limit(),
            (row, index) -> {
              // By now the database has found and sorted what matches and only sends it. The count
              // of a long page waits for its end: most likely that page is all there is.
              if (index == 0 && request.limit() <= COUNTED_BESIDE) {
                count.begin();
              }
              out.raw(index == 0 ? '\n' : ',');
              features.open(row);
              out.raw("}\n");
            });
    store.read(layer.table(), request.page(matching, request.limit()), page);
    out.raw("],\"numberReturned\":").integer(page.returned());
    out.raw(",\"links\":").raw(json.writeValueAsBytes(links(context, page.next())));
    matched(request, page, count, out)
        .ifPresent(matched -> out.raw(",\"numberMatched\":").integer(matched));
    out.raw('}');
    out.flush();
  }

  private static OptionalLong matched(
      ItemsRequest request, PageReader page, MatchCount.Counting count, JsonBytes out) {
    if (request.after() == null && page.next() == null) {
      return OptionalLong.of(page.returned());
    }
    if (!count.isKnown()) {
      out.flush();
    }
    return count.find();
  }

  private static List<Link> links(Context context, @Nullable String next) {
    List<Link> links = new ArrayList<>();
    links.add(new Link(context.self(), "self", Format.GEOJSON.toString(), null));
    for (Format format : Format.ITEMS) {
      if (format != Format.JSON) {
        links.add(new Link(context.as(format), "alternate", format.plainType(), format.title()));
      }
    }
    links.add(
        new Link(
            context.root.collection(context.layer.layer().id()),
            "collection",
            "application/json",
            context.layer.definition().title().in(context.lang)));
    if (next != null) {
      links.add(new Link(context.nextAfter(next), "next", Format.GEOJSON.toString(), null));
    }
    return links;
  }

  /**
   * One feature.
   *
   * @return whether it exists
   */
  boolean item(Context context, long fid, Crs crs, HttpServletResponse response)
      throws IOException {
    OpenLayer layer = context.layer;
    List<Field> fields = VisibleFields.of(layer);
    List<Boolean> found = new ArrayList<>();
    JsonBytes out = new JsonBytes(response.getOutputStream());
    FeatureJson feature = new FeatureJson(out, layer, fields, crs);
    store.read(
        layer.table(),
        OneFeature.query(layer, fields, fid),
        row -> {
          if (row.fid() == fid) {
            response.setContentType(Format.GEOJSON.toString());
            feature.open(row);
            found.add(true);
          }
          return false;
        });
    if (found.isEmpty()) {
      return false;
    }
    out.raw(",\"links\":").raw(json.writeValueAsBytes(itemLinks(context, fid))).raw('}');
    out.flush();
    return true;
  }

  private static List<Link> itemLinks(Context context, long fid) {
    String id = context.layer.layer().id();
    String address = context.root.item(id, fid);
    return List.of(
        new Link(context.query.appendTo(address), "self", Format.GEOJSON.toString(), null),
        new Link(context.query.with("f", "html").appendTo(address), "alternate", "text/html", null),
        new Link(
            context.root.collection(id),
            "collection",
            "application/json",
            context.layer.definition().title().in(context.lang)));
  }
}

package org.citygis.features.ogc;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.citygis.catalog.OpenLayer;
import org.citygis.format.GeoJsonFeature;
import org.citygis.storage.FeatureQuery;
import org.citygis.storage.FeatureRow;
import org.citygis.storage.FeatureStore;
import org.citygis.text.Lang;
import org.citygis.web.Query;
import org.citygis.web.geojson.JsonBytes;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Streams features as GeoJSON or JSON-FG: a page of a collection, or one of them. */
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
  void page(Context context, ItemsRequest request, Format format, HttpServletResponse response)
      throws IOException {
    OpenLayer layer = context.layer;
    response.setContentType(format.type().toString());
    FeatureQuery matching = request.matching(layer);
    MatchCount.Counting count = counts.counting(layer, request.conditions(), matching);
    JsonBytes out = new JsonBytes(response.getOutputStream());
    out.raw("{\"type\":\"FeatureCollection\",\"timeStamp\":");
    out.string(Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
    Opening features = opening(context, request.selection(), true, out);
    out.raw(",\"features\":[");
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
    out.raw(",\"links\":")
        .raw(json.writeValueAsBytes(links(context, request.selection(), format, page.next())));
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

  /** Writes a row as a feature that lacks its closing brace. */
  @FunctionalInterface
  private interface Opening {
    void open(FeatureRow row) throws SQLException;
  }

  /** The writer of features; what the document says of itself is written at once. */
  private static Opening opening(
      Context context, ItemSelection selection, boolean isCollection, JsonBytes out) {
    OpenLayer layer = context.layer;
    if (!selection.profile().isJsonFg()) {
      return GeoJsonFeature.of(out, layer, selection.fields(), selection.crs())::open;
    }
    JsonFg features = new JsonFg(out, layer, selection);
    if (isCollection) {
      features.describe(schema(context), true);
      return features::open;
    }
    return row -> {
      features.open(row);
      features.describe(schema(context), false);
    };
  }

  private static String schema(Context context) {
    return context.root.collection(context.layer.layer().id())
        + "/"
        + LayerSchema.Kind.SCHEMA.path();
  }

  private static List<Link> links(
      Context context, ItemSelection selection, Format own, @Nullable String next) {
    List<Link> links = new ArrayList<>();
    links.add(new Link(context.self(), "self", own.plainType(), null));
    for (Format format : Format.ITEMS) {
      if (format != own) {
        links.add(new Link(context.as(format), "alternate", format.plainType(), format.title()));
      }
    }
    links.add(collection(context));
    links.add(profile(selection));
    if (next != null) {
      links.add(new Link(context.nextAfter(next), "next", own.plainType(), null));
    }
    return links;
  }

  private static Link collection(Context context) {
    return new Link(
        context.root.collection(context.layer.layer().id()),
        "collection",
        "application/json",
        context.layer.definition().title().in(context.lang));
  }

  private static Link profile(ItemSelection selection) {
    return new Link(selection.profile().uri(), "profile", "text/html", null);
  }

  /**
   * One feature.
   *
   * @return whether it exists
   */
  boolean item(
      Context context,
      long fid,
      ItemSelection selection,
      Format format,
      HttpServletResponse response)
      throws IOException {
    OpenLayer layer = context.layer;
    List<Boolean> found = new ArrayList<>();
    JsonBytes out = new JsonBytes(response.getOutputStream());
    Opening feature = opening(context, selection, false, out);
    FeatureQuery query = OneFeature.ofColumns(layer, selection.columns(), fid);
    store.read(
        layer.table(),
        selection.withGeometry() ? query : query.withoutGeometry(),
        row -> {
          if (row.fid() == fid) {
            response.setContentType(format.type().toString());
            feature.open(row);
            found.add(true);
          }
          return false;
        });
    if (found.isEmpty()) {
      return false;
    }
    byte[] links = json.writeValueAsBytes(itemLinks(context, selection, format, fid));
    out.raw(",\"links\":").raw(links).raw('}');
    out.flush();
    return true;
  }

  private static List<Link> itemLinks(
      Context context, ItemSelection selection, Format own, long fid) {
    String address = context.root.item(context.layer.layer().id(), fid);
    List<Link> links = new ArrayList<>();
    links.add(new Link(context.query.appendTo(address), "self", own.plainType(), null));
    for (Format format : Format.ITEM) {
      if (format != own) {
        String there = context.query.with("f", format.tag()).appendTo(address);
        links.add(new Link(there, "alternate", format.plainType(), format.title()));
      }
    }
    links.add(collection(context));
    links.add(profile(selection));
    return links;
  }
}

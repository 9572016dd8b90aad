package org.citygis.features.ogc;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.citygis.catalog.Field;
import org.citygis.catalog.OpenLayer;
import org.citygis.catalog.VisibleFields;
import org.citygis.features.labels.FeatureTitle;
import org.citygis.features.labels.FieldLabels;
import org.citygis.features.ogc.ItemsAnswer.Context;
import org.citygis.storage.FeatureQuery;
import org.citygis.storage.FeatureRow;
import org.citygis.storage.FeatureStore;
import org.citygis.storage.GeometryColumn;
import org.citygis.text.Lang;
import org.citygis.web.Html;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.springframework.stereotype.Component;

/**
 * Features as pages for people: a table with aliases and code labels, a filter form, one feature.
 */
@Component
class ItemPages {
  /** A page that a browser can still show at once. */
  private static final int MAX_ROWS = 1000;

  private final FeatureStore store;
  private final MatchCount counts;
  private final FieldLabels labels;
  private final FilterForm form;

  ItemPages(FeatureStore store, MatchCount counts, FieldLabels labels, FilterForm form) {
    this.store = store;
    this.counts = counts;
    this.labels = labels;
    this.form = form;
  }

  void page(Context context, ItemsRequest request, HttpServletResponse response)
      throws IOException {
    OpenLayer layer = context.layer();
    List<Field> fields = request.fields();
    FeatureQuery matching = request.matching(layer);
    long matched = counts.of(layer, request.conditions(), matching);
    int limit = Math.min(request.limit(), MAX_ROWS);
    Rows rows = new Rows(context, fields);
    PageReader page = new PageReader(request, limit, rows);
    store.read(layer.table(), request.page(matching, limit), page);
    Frame frame = frame(context, context.root().items(layer.layer().id()));
    String title = layer.definition().title().in(context.lang());
    Html content =
        Html.of(
            """
            <h1>{}</h1>
            <p class="lead">{}</p>
            {}
            <p class="count">{}</p>
            {}
            {}
            {}
            """,
            title,
            layer.definition().summary().in(context.lang()),
            form.of(frame, layer, fields),
            counted(frame, matched, rows.html.size()),
            rows.sketch == null ? Html.NONE : rows.sketch.html(title),
            table(frame, fields, rows.html),
            pager(frame, context, request, page.next()));
    send(
        frame.page(
            title,
            List.of(Pages.collections(frame), collection(context)),
            "GeoJSON",
            Format.GEOJSON.toString(),
            content),
        response);
  }

  boolean item(Context context, long fid, HttpServletResponse response) throws IOException {
    OpenLayer layer = context.layer();
    List<Field> fields = VisibleFields.of(layer);
    FeatureTitle titles = FeatureTitle.of(layer.definition(), fields, context.lang());
    List<Html> found = new ArrayList<>();
    store.read(
        layer.table(),
        OneFeature.query(layer, fields, fid),
        row -> {
          if (row.fid() == fid) {
            String title = titles.of(row);
            Sketch sketch = sketch(layer);
            if (sketch != null) {
              draw(sketch, row, title, null);
            }
            Html picture = sketch == null ? Html.NONE : sketch.html(title);
            found.add(itemPage(context, title, picture, entries(fields, row, context.lang())));
          }
          return false;
        });
    if (found.isEmpty()) {
      return false;
    }
    send(found.getFirst(), response);
    return true;
  }

  private static Html itemPage(Context context, String title, Html picture, List<Html> entries) {
    OpenLayer layer = context.layer();
    String items = context.root().items(layer.layer().id());
    Frame frame = frame(context, context.self());
    return frame.page(
        title,
        List.of(
            Pages.collections(frame),
            collection(context),
            new Frame.Crumb(frame.say("要素", "Features"), items)),
        "GeoJSON",
        Format.GEOJSON.toString(),
        Html.of("<h1>{}</h1>{}<dl class=\"entries\">{}</dl>", title, picture, entries));
  }

  private List<Html> entries(List<Field> fields, FeatureRow row, Lang lang) throws SQLException {
    List<Html> entries = new ArrayList<>();
    entries.add(Html.of("<dt>{}</dt><dd>{}</dd>", "fid", row.fid()));
    for (int i = 0; i < fields.size(); i++) {
      Field field = fields.get(i);
      entries.add(
          Html.of(
              "<dt>{}</dt><dd>{}</dd>",
              FieldLabels.heading(field, lang),
              labels.shown(field, row.value(i), lang)));
    }
    return entries;
  }

  /** The rows of the table, and where the page ended. */
  private final class Rows implements PageReader.Writer {
    private final Context context;
    private final List<Field> fields;
    private final List<Html> html = new ArrayList<>();
    private final @Nullable Sketch sketch;
    private final FeatureTitle titles;

    Rows(Context context, List<Field> fields) {
      this.context = context;
      this.fields = fields;
      this.sketch = sketch(context.layer());
      this.titles = FeatureTitle.of(context.layer().definition(), fields, context.lang());
    }

    @Override
    public void write(FeatureRow row, int index) throws SQLException {
      List<Html> cells = new ArrayList<>();
      for (int i = 0; i < fields.size(); i++) {
        cells.add(
            Html.of("<td>{}</td>", labels.shown(fields.get(i), row.value(i), context.lang())));
      }
      long fid = row.fid();
      String href =
          "%s?f=html&lang=%s"
              .formatted(
                  context.root().item(context.layer().layer().id(), fid), context.lang().tag());
      html.add(Html.of("<tr><td><a href=\"{}\">{}</a></td>{}</tr>\n", href, fid, cells));
      if (sketch != null) {
        draw(sketch, row, titles.of(row), href);
      }
    }
  }

  private static @Nullable Sketch sketch(OpenLayer layer) {
    GeometryColumn geometry = layer.table().geometry();
    return geometry == null ? null : new Sketch(geometry.crs());
  }

  private static void draw(Sketch sketch, FeatureRow row, String title, @Nullable String href)
      throws SQLException {
    Geometry shape = row.geometry();
    if (shape != null) {
      sketch.add(shape, title, href);
    }
  }

  private static Html table(Frame frame, List<Field> fields, List<Html> rows) {
    if (rows.isEmpty()) {
      return Html.of(
          "<p class=\"empty\">{}</p>",
          frame.say("没有符合条件的要素。请放宽条件。", "No feature matches. Widen the conditions."));
    }
    List<Html> heads =
        fields.stream()
            .map(f -> Html.of("<th scope=\"col\">{}</th>", FieldLabels.heading(f, frame.lang())))
            .toList();
    return Html.of(
        """
        <div class="wide"><table><thead><tr><th scope="col">fid</th>{}</tr></thead>
        <tbody>{}</tbody></table></div>
        """,
        heads,
        rows);
  }

  private static String counted(Frame frame, long matched, int returned) {
    return frame.say(
        "共 %,d 个要素，本页 %,d 个".formatted(matched, returned),
        "%,d features, %,d on this page".formatted(matched, returned));
  }

  private static Html pager(
      Frame frame, Context context, ItemsRequest request, @Nullable String next) {
    String items = context.root().items(context.layer().layer().id());
    String first = context.query().without("after").appendTo(items);
    return Html.of(
        "<nav class=\"pager\">{} {}</nav>",
        request.after() == null
            ? Html.NONE
            : Html.of("<a href=\"{}\">{}</a>", first, frame.say("第一页", "First page")),
        next != null
            ? Html.of(
                "<a class=\"button\" rel=\"next\" href=\"{}\">{}</a>",
                context.nextAfter(next),
                frame.say("下一页", "Next page"))
            : Html.NONE);
  }

  private static Frame.Crumb collection(Context context) {
    String id = context.layer().layer().id();
    return new Frame.Crumb(
        context.layer().definition().title().in(context.lang()), context.root().collection(id));
  }

  private static Frame frame(Context context, String address) {
    return new Frame(context.root(), context.lang(), address, context.query());
  }

  private static void send(Html page, HttpServletResponse response) throws IOException {
    response.setContentType(Format.PAGE.toString());
    response.getOutputStream().write(page.markup().getBytes(StandardCharsets.UTF_8));
  }
}

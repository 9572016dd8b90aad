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
import org.citygis.problem.Problem;
import org.citygis.storage.FeatureQuery;
import org.citygis.storage.FeatureRow;
import org.citygis.storage.FeatureStore;
import org.citygis.text.Lang;
import org.citygis.web.Html;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Features as pages for people: a map and a table with aliases and code labels, a filter form, one
 * feature.
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
    FeatureQuery matching = request.matching(layer);
    long matched = counts.of(layer, request.conditions(), matching);
    int limit = Math.min(request.limit(), MAX_ROWS);
    ItemTable table = new ItemTable(context, request, labels);
    PageReader page = new PageReader(request, limit, table);
    store.read(layer.table(), request.page(matching, limit), page);
    Frame frame = frame(context, context.root().items(layer.layer().id()));
    Html content =
        Html.of(
            """
            {}
            {}
            <p class="count">{}</p>
            {}
            {}
            {}
            """,
            head(frame, layer),
            form.of(frame, layer, VisibleFields.of(layer), null),
            counted(frame, matched, page.returned()),
            table.map().html(frame, context, limit),
            table.html(frame),
            pager(frame, context, request, page.next()));
    send(items(frame, context, content), response);
  }

  /** The form again, with what was asked and what is wrong with it. */
  void refused(Context context, Problem.Invalid problem, HttpServletResponse response)
      throws IOException {
    OpenLayer layer = context.layer();
    Frame frame = frame(context, context.root().items(layer.layer().id()));
    response.setStatus(HttpStatus.BAD_REQUEST.value());
    Html form = this.form.of(frame, layer, VisibleFields.of(layer), problem);
    send(items(frame, context, Html.of("{}{}", head(frame, layer), form)), response);
  }

  private static Html head(Frame frame, OpenLayer layer) {
    return Html.of(
        "<h1>{}</h1><p class=\"lead\">{}</p>",
        layer.definition().title().in(frame.lang()),
        layer.definition().summary().in(frame.lang()));
  }

  private static Html items(Frame frame, Context context, Html content) {
    return frame.page(
        context.layer().definition().title().in(frame.lang()),
        List.of(Pages.collections(frame), collection(context)),
        Format.ITEMS.stream().filter(format -> format != Format.HTML).toList(),
        content);
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
            ItemMap map = new ItemMap(layer);
            map.add(row, title, null);
            found.add(itemPage(context, fid, title, map, entries(fields, row, context.lang())));
          }
          return false;
        });
    if (found.isEmpty()) {
      return false;
    }
    send(found.getFirst(), response);
    return true;
  }

  private static Html itemPage(
      Context context, long fid, String title, ItemMap map, List<Html> entries) {
    OpenLayer layer = context.layer();
    String items = context.root().items(layer.layer().id());
    Frame frame = frame(context, context.root().item(layer.layer().id(), fid));
    return frame.page(
        title,
        List.of(
            Pages.collections(frame),
            collection(context),
            new Frame.Crumb(frame.say("要素", "Features"), items)),
        List.of(Format.JSON, Format.JSONFG),
        Html.of(
            "<h1>{}</h1>{}<dl class=\"entries\">{}</dl>",
            title,
            map.html(frame, context, 1),
            entries));
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

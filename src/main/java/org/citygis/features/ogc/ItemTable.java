package org.citygis.features.ogc;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.citygis.catalog.Field;
import org.citygis.features.labels.FeatureTitle;
import org.citygis.features.labels.FieldLabels;
import org.citygis.features.ogc.ItemsAnswer.Context;
import org.citygis.storage.FeatureQuery.Order;
import org.citygis.storage.FeatureRow;
import org.citygis.web.Html;
import org.citygis.web.Query;
import org.jspecify.annotations.Nullable;

/** The rows of a page as a table whose heads sort it, together with their shapes. */
final class ItemTable implements PageReader.Writer {
  private final Context context;
  private final ItemsRequest request;
  private final FieldLabels labels;
  private final FeatureTitle titles;
  private final List<String> sortables;
  private final List<Html> rows = new ArrayList<>();
  private final ItemMap map;

  ItemTable(Context context, ItemsRequest request, FieldLabels labels) {
    this.context = context;
    this.request = request;
    this.labels = labels;
    this.titles = FeatureTitle.of(context.layer().definition(), request.fields(), context.lang());
    this.sortables = Sorting.sortables(context.layer()).stream().map(Field::name).toList();
    this.map = new ItemMap(context.layer());
  }

  @Override
  public void write(FeatureRow row, int index) throws SQLException {
    List<Html> cells = new ArrayList<>();
    List<Field> fields = request.fields();
    for (int i = 0; i < fields.size(); i++) {
      cells.add(Html.of("<td>{}</td>", labels.shown(fields.get(i), row.value(i), context.lang())));
    }
    long fid = row.fid();
    String title = titles.of(row);
    String href =
        "%s?f=html&lang=%s"
            .formatted(
                context.root().item(context.layer().layer().id(), fid), context.lang().tag());
    rows.add(
        Html.of(
            "<tr data-fid=\"{}\" data-title=\"{}\"><td><a href=\"{}\">{}</a></td>{}</tr>\n",
            fid,
            title,
            href,
            fid,
            cells));
    map.add(row, title, href);
  }

  ItemMap map() {
    return map;
  }

  Html html(Frame frame) {
    if (rows.isEmpty()) {
      return Html.of(
          "<p class=\"empty\">{}</p>",
          frame.say("没有符合条件的要素。请放宽条件。", "No feature matches. Widen the conditions."));
    }
    List<Html> heads = request.fields().stream().map(field -> head(frame, field)).toList();
    return Html.of(
        """
        <div class="wide"><table><thead><tr><th scope="col">fid</th>{}</tr></thead>
        <tbody>{}</tbody></table></div>
        """,
        heads,
        rows);
  }

  /** A click sorts by the column upwards, the next downwards, the third no more. */
  private Html head(Frame frame, Field field) {
    String heading = FieldLabels.heading(field, frame.lang());
    if (!sortables.contains(field.name())) {
      return Html.of("<th scope=\"col\">{}</th>", heading);
    }
    Order order = order(field);
    String mark = order == null ? "" : order.descending() ? " ↓" : " ↑";
    return Html.of(
        "<th scope=\"col\"{}><a href=\"{}\" title=\"{}\">{}<span aria-hidden=\"true\">{}</span></a></th>",
        order == null
            ? Html.NONE
            : Html.of(" aria-sort=\"{}\"", order.descending() ? "descending" : "ascending"),
        sorted(frame, field, order),
        order == null
            ? frame.say("按此列升序排列", "Sort upwards by this column")
            : order.descending()
                ? frame.say("取消排序", "Sort no more")
                : frame.say("按此列降序排列", "Sort downwards by this column"),
        heading,
        mark);
  }

  private @Nullable Order order(Field field) {
    return request.sorting().keys().stream()
        .filter(key -> key.field().equals(field.name()))
        .findFirst()
        .orElse(null);
  }

  private static String sorted(Frame frame, Field field, @Nullable Order order) {
    Query first = frame.query().without("after");
    Query sorted =
        order == null
            ? first.with("sortby", field.name())
            : order.descending()
                ? first.without("sortby")
                : first.with("sortby", "-" + field.name());
    return sorted.appendTo(frame.address());
  }
}

package org.citygis.storage;

import java.util.ArrayList;
import java.util.List;
import org.citygis.problem.Problem;
import org.citygis.storage.FeatureQuery.After;
import org.citygis.storage.FeatureQuery.Order;
import org.citygis.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * The order of a query's rows, and the condition that starts it behind a given row. Rows without a
 * value of a key come last in either direction; the fid decides between equals, so that the order
 * is total and pages joined are the whole, each row once.
 */
final class RowOrder {
  private static final String FID = Sql.quote(FeatureTable.FID);

  /** A sort key as a column. */
  private record Key(String name, ColumnType type, boolean descending) {}

  private final List<Key> keys = new ArrayList<>();
  private final @Nullable After after;
  private final boolean paged;

  /**
   * @throws Problem.Invalid that names a sort key which is no column or hidden from the user
   */
  RowOrder(FeatureTable table, FeatureQuery query) {
    for (Order order : query.order()) {
      boolean hidden = query.access().hiddenFields().contains(order.field());
      Column column =
          table
              .findColumn(order.field())
              .filter(found -> !hidden)
              .orElseThrow(() -> unknown(order.field()));
      keys.add(new Key(Sql.quote(column.name()), column.type(), order.descending()));
    }
    this.after = query.after();
    this.paged = query.limit() >= 0 || query.offset() > 0 || after != null;
  }

  /** Unpaged reads come in no particular order, which spares a sort of the whole layer. */
  String sql() {
    if (keys.isEmpty() && !paged) {
      return "";
    }
    List<String> parts = new ArrayList<>();
    for (Key key : keys) {
      parts.add(key.name + (key.descending ? " DESC" : "") + " NULLS LAST");
    }
    parts.add(FID);
    return " ORDER BY " + String.join(", ", parts);
  }

  /** Adds that rows come behind the one that the query names; nothing when it names none. */
  void startIn(Condition condition) {
    if (after != null) {
      condition.and(behind(0, after, condition));
    }
  }

  /** Behind in this key, or equal in it and behind in the rest. */
  private String behind(int index, After row, Condition condition) {
    if (index == keys.size()) {
      condition.value(ColumnType.INTEGER, row.fid());
      return FID + " > ?";
    }
    Key key = keys.get(index);
    Object value = row.values().get(index);
    if (value == null) {
      // Nothing is behind those without a value.
      return "(%s IS NULL AND %s)".formatted(key.name, behind(index + 1, row, condition));
    }
    condition.value(key.type, value);
    condition.value(key.type, value);
    return "(%s %s ? OR %s IS NULL OR (%s = ? AND %s))"
        .formatted(
            key.name,
            key.descending ? "<" : ">",
            key.name,
            key.name,
            behind(index + 1, row, condition));
  }

  private static Problem.Invalid unknown(String field) {
    return Problem.Invalid.parameter(
        "sortby", field, Text.of("该图层的字段名", "the name of a field of this layer"));
  }
}

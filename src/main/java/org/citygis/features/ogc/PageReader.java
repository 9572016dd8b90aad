package org.citygis.features.ogc;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.citygis.storage.FeatureQuery.After;
import org.citygis.storage.FeatureQuery.Order;
import org.citygis.storage.FeatureRow;
import org.jspecify.annotations.Nullable;

/** Reads the rows of a page, and remembers where it ended when there is a next one. */
final class PageReader implements FeatureRow.Reader {

  /** Takes a row of the page. */
  @FunctionalInterface
  interface Writer {
    /**
     * @param index of the row in the page, from 0
     */
    void write(FeatureRow row, int index) throws SQLException;
  }

  private final int limit;
  private final Sorting sorting;
  private final int[] keys;
  private final Writer writer;
  private int returned;
  private @Nullable After last;
  private boolean more;

  /**
   * @param limit rows of the page; the query returns one more where there is one
   */
  PageReader(ItemsRequest request, int limit, Writer writer) {
    this.limit = limit;
    this.sorting = request.sorting();
    List<String> columns = request.columns();
    this.keys = sorting.keys().stream().map(Order::field).mapToInt(columns::indexOf).toArray();
    this.writer = writer;
  }

  @Override
  public boolean accept(FeatureRow row) throws SQLException {
    if (returned == limit) {
      more = true;
      return false;
    }
    writer.write(row, returned++);
    if (returned == limit) {
      last = place(row);
    }
    return true;
  }

  private After place(FeatureRow row) throws SQLException {
    List<@Nullable Object> values = new ArrayList<>();
    for (int key : keys) {
      values.add(row.value(key));
    }
    return new After(values, row.fid());
  }

  int returned() {
    return returned;
  }

  /** Where the next page begins, null on the last page. */
  @Nullable String next() {
    return more && last != null ? PageMark.text(last, sorting) : null;
  }
}

package org.citygis.storage;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A WHERE clause that grows by AND, with the values to bind in the order of their question marks.
 */
final class Condition {
  private final List<String> parts = new ArrayList<>();
  private final List<Binding> bindings = new ArrayList<>();

  /** Sets one parameter. */
  @FunctionalInterface
  interface Binding {
    void bind(PreparedStatement statement, int index) throws SQLException;
  }

  void and(String sql) {
    parts.add(sql);
  }

  void value(ColumnType type, @Nullable Object value) {
    bindings.add((statement, index) -> Statements.bind(statement, index, type, value));
  }

  void ewkb(byte[] bytes) {
    bindings.add((statement, index) -> statement.setBytes(index, bytes));
  }

  boolean isEmpty() {
    return parts.isEmpty();
  }

  /** {@code " WHERE …"} or nothing. */
  String sql() {
    return parts.isEmpty() ? "" : " WHERE " + String.join(" AND ", parts);
  }

  void bindAll(PreparedStatement statement) throws SQLException {
    bindAll(statement, 1);
  }

  /**
   * @param first index of the first parameter
   * @return the index behind the last
   */
  int bindAll(PreparedStatement statement, int first) throws SQLException {
    int index = first;
    for (Binding binding : bindings) {
      binding.bind(statement, index++);
    }
    return index;
  }
}

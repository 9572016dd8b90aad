package org.citygis.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The statement that adds rows up by class, and its result. */
final class GroupSelect {
  private final FeatureTable table;
  private final Grouping grouping;
  private final List<ColumnType> types;

  GroupSelect(FeatureTable table, Grouping grouping) {
    this.table = table;
    this.grouping = grouping;
    this.types = grouping.by().stream().map(f -> table.findColumn(f).orElseThrow().type()).toList();
  }

  /** The columns between SELECT and FROM, and what follows the condition. */
  String sql(String where) {
    List<String> keys = grouping.by().stream().map(Sql::quote).toList();
    List<String> columns = new ArrayList<>(keys);
    columns.add("COUNT(*)");
    if (measures()) {
      columns.add("SUM(ST_Area(\"geom\"))");
      columns.add("SUM(ST_Length(\"geom\"))");
    }
    for (String summed : grouping.summed()) {
      String name = Sql.quote(summed);
      columns.add(
          "COUNT(%1$s), SUM(CAST(%1$s AS DOUBLE PRECISION)), MIN(%1$s), MAX(%1$s)".formatted(name));
    }
    return "SELECT %s FROM %s%s GROUP BY %s FETCH FIRST %d ROWS ONLY"
        .formatted(
            String.join(", ", columns),
            table.sqlName(),
            where,
            String.join(", ", keys),
            grouping.limit());
  }

  private boolean measures() {
    return grouping.measured() && table.geometry() != null;
  }

  Grouping.Group read(ResultSet row) throws SQLException {
    int at = 1;
    List<@Nullable Object> keys = new ArrayList<>();
    for (ColumnType type : types) {
      keys.add(Statements.read(row, at++, type));
    }
    long count = row.getLong(at++);
    double area = measures() ? row.getDouble(at++) : 0;
    double length = measures() ? row.getDouble(at++) : 0;
    List<Grouping.Sum> sums = new ArrayList<>();
    for (int i = 0; i < grouping.summed().size(); i++) {
      long values = row.getLong(at++);
      double sum = row.getDouble(at++);
      double least = row.getDouble(at++);
      double greatest = row.getDouble(at++);
      sums.add(
          values == 0
              ? new Grouping.Sum(0, 0, Double.NaN, Double.NaN)
              : new Grouping.Sum(values, sum, least, greatest));
    }
    return new Grouping.Group(keys, count, area, length, sums);
  }
}

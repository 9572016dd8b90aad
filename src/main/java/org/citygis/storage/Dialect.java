package org.citygis.storage;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where the two databases differ, and nowhere else. */
sealed interface Dialect permits H2Gis, PostGis {

  /** Makes schema and spatial functions available; harmless when they are. */
  void prepare(Connection connection) throws SQLException;

  /** Whether other copies of the application may be loading tables into the same database. */
  boolean isShared();

  /** The type of a geometry column in CREATE TABLE. */
  String geometryType(GeometryColumn column);

  /** Indexes and statistics for a table that has just been filled. */
  List<String> afterLoad(FeatureTable table);

  /** Selects a geometry as EWKB. */
  String asEwkb(String expression);

  /** A parameter that is bound to EWKB bytes. */
  String ewkbParameter();

  /**
   * The distance in the plane between a shape and a parameter of EWKB bytes, by which an index
   * finds the nearest rows; null where no index does.
   */
  @Nullable String indexedDistance(String column);

  /** The extent of a whole geometry column, as EWKB. */
  String extent(String column);

  /** What the fid column of a table that is about to be loaded declares. */
  String fidConstraint();

  /** How a table is created that holds rows only until a load ends. */
  String createPassing();

  /**
   * Opens the writing of many rows.
   *
   * @param into the table's name, quoted; it was created in the connection's transaction
   */
  RowWriter writer(Connection connection, String into, FeatureTable table) throws SQLException;

  /** Statements that make joining a table by this column fast. */
  List<String> beforeJoin(String tableName, String column);

  /** A shape as bytes, to be compared exactly. */
  String bytes(String shape);

  /**
   * A digest of values of one row, equal where all values are.
   *
   * @param values expressions, none a shape
   * @param shape an expression, null where there is none
   */
  String digest(List<String> values, @Nullable String shape);

  /** Statements that make a view of this name select from the table. */
  List<String> pointView(String view, String table);

  /** Text as something whose order is that of code points. */
  String inCodePointOrder(String text);

  /**
   * Text in capitals, then in small letters, by Unicode's rules, with one sigma; null where the
   * database cannot.
   */
  @Nullable String foldCase(String text);

  /** Whether {@code _} in LIKE is one character even beyond the 65,536 first. */
  boolean likeCountsCharacters();
}

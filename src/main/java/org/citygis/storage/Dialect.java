package org.citygis.storage;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

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

  /** The extent of a whole geometry column, as EWKB. */
  String extent(String column);

  /** Opens the bulk load of a table that does not exist yet. */
  FeatureLoad load(Connection connection, FeatureTable table) throws SQLException;

  /** Statements that make a view of this name select from the table. */
  List<String> pointView(String view, String table);
}

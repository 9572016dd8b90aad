package org.citygis.storage;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.citygis.geo.Box;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/**
 * Feature tables in the database: bulk load, query, single edits. Knows tables, not layers; which
 * version is current is the catalogue's business.
 */
public interface FeatureStore {

  /** Creates the table and starts its bulk load. */
  default FeatureLoad load(FeatureTable table) {
    return load(table, Takeover.NOTHING);
  }

  /** Creates the table and starts its bulk load, which takes over rows of a version before. */
  FeatureLoad load(FeatureTable table, Takeover takeover);

  /** The greatest fid of the table, 0 where it has no rows. */
  long lastFid(FeatureTable table);

  void drop(FeatureTable table);

  /**
   * Drops the tables of loads that a killed process left unfinished. Does nothing in a database
   * that other copies of the application share: there a load is one transaction, and what is
   * unknown may be another copy's.
   *
   * @param known names of the tables that versions point to
   * @return names of the tables dropped
   */
  List<String> dropUnfinished(Set<String> known);

  /**
   * Points views to the current versions where a kill came between a version's record and its view.
   * Does nothing where both are one transaction.
   */
  void mendViews(List<FeatureTable> current);

  /** Points the view {@code layers."<layer>"}, which desktop programs read, to this version. */
  void pointView(FeatureTable table);

  void dropView(String layer);

  /** Reads rows one by one; nothing is held but the row under the cursor. */
  void read(FeatureTable table, FeatureQuery query, FeatureRow.Reader reader);

  /** As {@link #read}, but the statement may take no longer than this, to the second. */
  void read(FeatureTable table, FeatureQuery query, Duration limit, FeatureRow.Reader reader);

  /**
   * As {@link #read}, for as long as it takes: for a caller that bounds its own time. The rows are
   * those of one moment.
   */
  void stream(FeatureTable table, FeatureQuery query, FeatureRow.Reader reader);

  /**
   * Reads rows with a shape nearest first, by the distance in the plane of the table's system.
   *
   * @param query with a limit; its order is not used
   * @param from in the table's system
   * @return false, and nothing is read, where the database has no index that knows this order
   */
  boolean readNearestFirst(
      FeatureTable table, FeatureQuery query, Coordinate from, FeatureRow.Reader reader);

  /**
   * Counts the rows in a disc and reads the nearest of them, nearest first, by the distance in the
   * plane of the table's system: those inside, then those on the rim, to the query's limit. Count
   * and rows are of one moment.
   *
   * @param query with shapes and a limit; its order is not used
   * @return null, and nothing is read, where the database has no index that knows this order or a
   *     condition can only be looked at row by row
   */
  @Nullable DiscCount readDisc(
      FeatureTable table, FeatureQuery query, Disc disc, FeatureRow.Reader reader);

  /** How many rows match, paging aside. */
  long count(FeatureTable table, FeatureQuery query);

  /**
   * Adds the matching rows up by class, paging aside.
   *
   * @return false, and nothing is read, where a condition can only be looked at row by row
   */
  boolean group(FeatureTable table, FeatureQuery query, Grouping grouping, Grouping.Reader reader);

  /** The extent of all rows in the table's reference system; empty for a table without shapes. */
  Optional<Box> findExtent(FeatureTable table);

  /** Adds one row in the running transaction and returns its fid. */
  long insert(
      FeatureTable table,
      @Nullable Geometry geometry,
      Map<String, ? extends @Nullable Object> values);

  /** Adds one row in the running transaction under the fid that it had before it was deleted. */
  void insertAgain(
      FeatureTable table,
      long fid,
      @Nullable Geometry geometry,
      Map<String, ? extends @Nullable Object> values);

  /** Takes its shape from one row. */
  void clearShape(FeatureTable table, long fid);

  /**
   * Changes the named columns of one row, and its shape when one is given.
   *
   * @return whether the row exists
   */
  boolean update(
      FeatureTable table,
      long fid,
      @Nullable Geometry geometry,
      Map<String, ? extends @Nullable Object> values);

  boolean delete(FeatureTable table, long fid);
}

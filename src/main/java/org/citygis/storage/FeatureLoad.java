package org.citygis.storage;

import java.util.List;
import java.util.Optional;
import org.citygis.geo.Box;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The bulk load of one new feature table: rows are added, joined with those of the version before
 * as the load's {@link Takeover} says, and finished. Closing it before {@link #finish} leaves
 * nothing behind.
 */
public interface FeatureLoad extends AutoCloseable {

  /** The table that comes into being. */
  FeatureTable table();

  /**
   * Adds a row.
   *
   * @param fid unique in the table, above 0, and above every fid of the version before where that
   *     one's rows are taken over
   * @param geometry in the table's reference system, x easting or longitude; a single line or
   *     polygon is promoted
   * @param values one per column, in the table's order, of the column's binding class
   */
  void add(long fid, @Nullable Geometry geometry, List<? extends @Nullable Object> values);

  /**
   * Ends the adding, and tells the added rows whose key is missing, stands in an earlier row, or,
   * where rows are appended, in the version before. The reader gets the values of all columns.
   *
   * @param remove whether these rows are left out
   * @return how many there are
   */
  long checkKeys(boolean remove, FeatureRow.Reader reader);

  /**
   * Joins the rows with those of the version before and tells how the two differ; null where the
   * takeover does not ask for what would take long.
   *
   * @throws org.citygis.problem.Problem.Conflict when the version before cannot be taken over
   */
  @Nullable Difference join();

  /** A table that is complete, with its indexes, and that nobody else can see yet. */
  interface Complete {
    FeatureTable table();

    long rows();

    /** In the table's reference system; empty for a table without shapes. */
    Optional<Box> extent();

    /** Works in the load's own transaction, where the database lets a load have one. */
    JdbcClient jdbc();

    /** Points the layer's view to the table. H2 commits here. */
    void pointView();
  }

  /** Makes a complete table known; what it throws leaves nothing behind. */
  @FunctionalInterface
  interface Ending {
    void run(Complete complete);
  }

  /** Builds the indexes, lets the table be made known, and commits; the number of its rows. */
  long finish(Ending ending);

  /** The same for a table that nothing has to know. */
  default long finish() {
    return finish(complete -> {});
  }

  @Override
  void close();
}

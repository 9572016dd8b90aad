package org.citygis.catalog;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.citygis.geo.Box;
import org.citygis.storage.FeatureTable;
import org.jspecify.annotations.Nullable;

/**
 * One import of a layer.
 *
 * @param extent in the table's own reference system, null for a table without shapes
 * @param bbox the same in longitude and latitude
 * @param rows how many features it had when it was loaded; single edits do not change this
 * @param createdBy sign-in name of who imported it
 * @param source name of the file it came from
 * @param lineage what is remembered of how it came about, empty for versions of old
 */
public record LayerVersion(
    FeatureTable table,
    @Nullable Box extent,
    @Nullable Box bbox,
    long rows,
    Instant createdAt,
    String createdBy,
    String source,
    Map<String, Object> lineage) {
  /** In the lineage: the number of the version whose rows, under their fids, this one took over. */
  public static final String BASE = "base";

  public LayerVersion {
    lineage = Map.copyOf(lineage);
  }

  public int number() {
    return table.version();
  }

  /** The version whose fids go on in this one; empty where the rows were numbered anew. */
  public Optional<Integer> findBase() {
    return lineage.get(BASE) instanceof Number base
        ? Optional.of(base.intValue())
        : Optional.empty();
  }
}

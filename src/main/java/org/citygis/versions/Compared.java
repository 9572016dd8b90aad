package org.citygis.versions;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.citygis.catalog.Field;
import org.citygis.catalog.LayerVersion;
import org.citygis.catalog.OpenLayer;
import org.citygis.storage.Difference;
import org.citygis.storage.FeatureTable;
import org.citygis.storage.GeometryColumn;
import org.citygis.storage.TablePair;
import org.jspecify.annotations.Nullable;

/** Two versions of a layer as somebody may see them. */
record Compared(OpenLayer layer, LayerVersion from, LayerVersion to) {

  /** Whether the versions lie in different reference systems, so that shapes cannot be compared. */
  boolean crsDiffers() {
    GeometryColumn older = from.table().geometry();
    GeometryColumn newer = to.table().geometry();
    return older != null && newer != null && !older.crs().equals(newer.crs());
  }

  /** Columns of either version, without those that the user may not see. */
  Set<String> columns() {
    Set<String> names = new HashSet<>();
    from.table().columns().forEach(column -> names.add(column.name()));
    to.table().columns().forEach(column -> names.add(column.name()));
    names.removeAll(layer.access().hiddenFields());
    return names;
  }

  TablePair pair(Difference.By by, @Nullable String key) {
    FeatureTable older = from.table();
    FeatureTable newer = to.table();
    boolean shapes = !crsDiffers() && (older.geometry() != null || newer.geometry() != null);
    return new TablePair(older, newer, by, key, columns(), shapes);
  }

  /**
   * Whether a fid means the same feature in both: all versions between them took over the rows
   * before.
   *
   * @param versions all that are kept of the layer
   */
  boolean shareFids(List<LayerVersion> versions) {
    int low = Math.min(from.number(), to.number());
    int high = Math.max(from.number(), to.number());
    List<LayerVersion> between =
        versions.stream().filter(it -> it.number() > low && it.number() <= high).toList();
    return between.size() == high - low
        && between.stream()
            .map(version -> String.valueOf(version.lineage().get("mode")))
            .allMatch(mode -> mode.equals("append") || mode.equals("upsert"));
  }

  /** The field by whose values ground is classed where nobody names one: the first coded one. */
  @Nullable Field classes() {
    return layer.fields().stream().filter(field -> field.codes() != null).findFirst().orElse(null);
  }
}

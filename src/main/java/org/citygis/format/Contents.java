package org.citygis.format;

import java.time.Instant;
import java.util.List;
import org.citygis.catalog.OpenLayer;
import org.citygis.storage.GeometryColumn;
import org.citygis.text.Lang;
import org.citygis.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * What a file is of.
 *
 * @param columns in their order
 * @param target the file's reference system
 * @param withGeometry whether the rows carry their shapes
 * @param rows how many rows it will have, {@link #UNKNOWN} where that is not known beforehand
 * @param filter the conditions in words, empty for the whole layer
 * @param made when it was asked for
 * @param lang of what the file says in one language only
 */
public record Contents(
    OpenLayer layer,
    List<FileColumn> columns,
    TargetSystem target,
    boolean withGeometry,
    long rows,
    String filter,
    Instant made,
    Lang lang) {
  public static final long UNKNOWN = -1;

  public Contents {
    columns = List.copyOf(columns);
  }

  public String id() {
    return layer.layer().id();
  }

  public Text title() {
    return layer.definition().title();
  }

  /** The column of the shapes, null where the file has none. */
  public @Nullable GeometryColumn geometry() {
    return withGeometry ? layer.table().geometry() : null;
  }
}

package org.citygis.export.format;

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
 * @param rows how many rows it will have
 * @param filter the conditions in words, empty for the whole layer
 * @param made when it was asked for
 * @param lang of what the file says in one language only
 */
public record Contents(
    OpenLayer layer,
    List<ExportColumn> columns,
    TargetSystem target,
    long rows,
    String filter,
    Instant made,
    Lang lang) {

  public Contents {
    columns = List.copyOf(columns);
  }

  public String id() {
    return layer.layer().id();
  }

  public Text title() {
    return layer.definition().title();
  }

  public @Nullable GeometryColumn geometry() {
    return layer.table().geometry();
  }
}

package org.citygis.ingest.doctor;

import java.nio.charset.Charset;
import java.util.List;
import org.citygis.geo.Crs;
import org.citygis.ingest.crs.Placement;
import org.citygis.ingest.source.FeatureSource;
import org.citygis.ingest.source.Shape;
import org.citygis.ingest.source.SourceField;
import org.citygis.storage.ColumnType;
import org.jspecify.annotations.Nullable;

/**
 * A layer of an upload after it was read once from end to end.
 *
 * @param crs null where none is known or none is needed
 * @param types of the columns that take the fields without loss, in the order of the fields
 * @param encoding what the user chose, null where the file speaks for itself
 * @param corrections made to the coordinates before anything was read from them; the loader has to
 *     make the same
 */
public record Checked(
    ImportReport.Dataset report,
    Shape shape,
    boolean hasZ,
    boolean hasM,
    @Nullable Crs crs,
    List<SourceField> fields,
    List<ColumnType> types,
    @Nullable Charset encoding,
    Corrections corrections) {

  /** The source as it was checked: with corrected coordinates. */
  public FeatureSource corrected(FeatureSource source) {
    return corrections.apply(source, crs);
  }

  /** Crs and corrections as the user would name them; null where no system is known. */
  public @Nullable Placement place() {
    return crs == null ? null : new Placement(crs, corrections.swapped(), corrections.unit());
  }
}

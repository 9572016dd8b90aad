package org.citygis.ingest.doctor;

import org.citygis.geo.Crs;
import org.citygis.geo.MapShift;
import org.citygis.ingest.crs.LengthUnit;
import org.citygis.ingest.crs.Placement;
import org.citygis.ingest.source.FeatureSource;
import org.jspecify.annotations.Nullable;

/**
 * What is done to the coordinates of a file, by the user's decision, before anything else sees
 * them.
 *
 * @param swapped x and y are exchanged
 * @param unit in which the file counts
 * @param shift what a map service's displacement is taken back
 */
public record Corrections(boolean swapped, LengthUnit unit, @Nullable MapShift shift) {
  public static final Corrections NONE = new Corrections(false, LengthUnit.AS_IS, null);

  static Corrections of(@Nullable Placement place, @Nullable MapShift shift) {
    return place == null ? NONE : new Corrections(place.swapped(), place.unit(), shift);
  }

  /**
   * The source with corrected coordinates; itself where there is nothing to correct.
   *
   * @param crs of the corrected coordinates, which a shift needs to be taken back
   */
  public FeatureSource apply(FeatureSource source, @Nullable Crs crs) {
    boolean plain = !swapped && unit == LengthUnit.AS_IS && (shift == null || crs == null);
    return plain ? source : new CorrectedSource(source, this, crs);
  }
}

package org.citygis.ingest.crs;

import java.util.List;
import java.util.Optional;
import org.citygis.geo.Box;
import org.citygis.geo.Crs;
import org.citygis.ingest.source.ReferenceClue;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;

/** Finds or proposes the reference system of a file. Thread-safe. */
public final class ReferenceSystems {
  private final PrjReader prj = new PrjReader();

  /** What the file says, as an EPSG code; empty where it says nothing that is known. */
  public Optional<CrsCandidate> find(ReferenceClue clue) {
    return switch (clue) {
      case ReferenceClue.Wkt wkt -> prj.find(wkt.text());
      case ReferenceClue.Code code -> prj.find(code.code());
      case ReferenceClue.Unmarked unmarked -> Optional.empty();
    };
  }

  /**
   * Systems in which coordinates of this size make sense in China, most likely first; with x and y
   * exchanged or counted in feet where they make sense only so.
   *
   * @param extent of the coordinates as they stand in the file
   * @param city longitudes and latitudes where the city lies, null where that is not known
   */
  public List<CrsCandidate> propose(Envelope extent, @Nullable Box city) {
    return extent.isNull() ? List.of() : new Proposals(extent, city).find();
  }

  /**
   * How the coordinates lie in the city when they do not as the file says: with x and y exchanged,
   * or as feet. Empty where they lie there as they are, or in no way.
   *
   * @param said the system that the file or the user names
   */
  public Optional<CrsCandidate> findCorrection(Crs said, Envelope extent, @Nullable Box city) {
    return extent.isNull() ? Optional.empty() : new Proposals(extent, city).findCorrection(said);
  }
}

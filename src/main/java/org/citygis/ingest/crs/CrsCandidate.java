package org.citygis.ingest.crs;

import org.citygis.geo.Crs;
import org.citygis.text.Text;

/**
 * A reference system that a file may be in.
 *
 * @param confidence 0 to 1
 * @param reason why, for the user who chooses
 */
public record CrsCandidate(Placement place, double confidence, Text reason) {

  public Crs crs() {
    return place.crs();
  }
}

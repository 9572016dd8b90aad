package org.citygis.storage;

import java.util.List;
import org.locationtech.jts.geom.Geometry;

/**
 * How many rows a {@link Disc} holds.
 *
 * @param inside rows nearer than its inner radius
 * @param rim shapes of the rows on its rim, in the table's system
 */
public record DiscCount(long inside, List<Geometry> rim) {
  public DiscCount {
    rim = List.copyOf(rim);
  }

  public long held() {
    return inside + rim.size();
  }
}

package org.citygis.maps.font;

import java.util.List;

/** Puts texts on a picture. */
public interface Writer {
  /** Writes pieces that belong together: first the halo of all, then their letters. */
  void write(List<Writing> pieces, Lettering lettering);
}

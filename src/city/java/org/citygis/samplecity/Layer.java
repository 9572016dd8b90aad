package org.citygis.samplecity;

import java.io.Closeable;
import java.io.IOException;
import org.locationtech.jts.geom.Geometry;

/** A file of features being written, one after the other. */
interface Layer extends Closeable {
  /**
   * @param geometry in metres from the city's centre
   * @param values in the order of the layer's columns
   */
  void add(Geometry geometry, Object... values) throws IOException;

  int count();
}

package org.citygis.web.geojson;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The head of a geometry in ISO or extended WKB: its type from 1 to 7 and what each position has.
 */
record WkbHead(int type, boolean hasZ, boolean hasM) {
  static final int POINT = 1;
  static final int LINE = 2;
  static final int POLYGON = 3;
  static final int COLLECTION = 7;

  /** Reads it and leaves the buffer in the byte order that it tells. */
  static WkbHead read(ByteBuffer in) {
    in.order(in.get() == 0 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
    int word = in.getInt();
    if ((word & 0x20000000) != 0) {
      in.getInt(); // the SRID, which the table's column tells as well
    }
    int iso = word & 0x0FFFFFFF;
    int type = iso % 1000;
    if (type < POINT || type > COLLECTION) {
      throw new IllegalArgumentException("not a geometry type that GeoJSON has: " + type);
    }
    boolean hasZ = (word & 0x80000000) != 0 || iso / 1000 == 1 || iso / 1000 == 3;
    boolean hasM = (word & 0x40000000) != 0 || iso / 1000 >= 2;
    return new WkbHead(type, hasZ, hasM);
  }

  /** Numbers per position. */
  int dimension() {
    return 2 + (hasZ ? 1 : 0) + (hasM ? 1 : 0);
  }
}

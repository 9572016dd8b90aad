package org.citygis.ingest.geopackage;

import java.util.Arrays;
import org.citygis.ingest.geometry.BadGeometry;
import org.citygis.ingest.geometry.Wkb;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/** Reads the blobs that a GeoPackage keeps geometries in: a header of its own, then WKB. */
final class GeometryBlob {
  private static final int HEADER = 8;
  private static final int[] ENVELOPES = {0, 32, 48, 48, 64};

  private final Wkb wkb = new Wkb();

  /** Null for an empty geometry. */
  @Nullable Geometry read(byte[] blob) throws BadGeometry {
    if (blob.length < HEADER || blob[0] != 'G' || blob[1] != 'P') {
      throw new BadGeometry("no GeoPackage header");
    }
    int flags = blob[3];
    int envelope = flags >> 1 & 7;
    if ((flags & 0x20) != 0) {
      throw new BadGeometry("extended geometry type");
    }
    if (envelope >= ENVELOPES.length || blob.length < HEADER + ENVELOPES[envelope]) {
      throw new BadGeometry("envelope " + envelope);
    }
    return wkb.read(Arrays.copyOfRange(blob, HEADER + ENVELOPES[envelope], blob.length));
  }
}

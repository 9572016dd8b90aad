package org.citygis.web.geojson;

import java.nio.ByteBuffer;
import org.locationtech.jts.geom.Envelope;

/** The box around a geometry, read from its (E)WKB without building it. */
public final class WkbEnvelope {
  private WkbEnvelope() {}

  /** In the system of the bytes; null as JTS says it when the geometry is empty. */
  public static Envelope of(byte[] wkb) {
    Envelope envelope = new Envelope();
    geometry(ByteBuffer.wrap(wkb), envelope);
    return envelope;
  }

  private static void geometry(ByteBuffer in, Envelope envelope) {
    WkbHead head = WkbHead.read(in);
    switch (head.type()) {
      case WkbHead.POINT -> positions(head, 1, in, envelope);
      case WkbHead.LINE -> positions(head, in.getInt(), in, envelope);
      case WkbHead.POLYGON -> {
        int rings = in.getInt();
        for (int i = 0; i < rings; i++) {
          positions(head, in.getInt(), in, envelope);
        }
      }
      default -> {
        int members = in.getInt();
        for (int i = 0; i < members; i++) {
          geometry(in, envelope);
        }
      }
    }
  }

  private static void positions(WkbHead head, int count, ByteBuffer in, Envelope envelope) {
    int rest = 8 * (head.dimension() - 2);
    for (int i = 0; i < count; i++) {
      double x = in.getDouble();
      double y = in.getDouble();
      if (!Double.isNaN(x)) {
        envelope.expandToInclude(x, y);
      }
      in.position(in.position() + rest);
    }
  }
}

package org.citygis.ingest.geometry;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;

/**
 * Reads well-known binary, as ISO and as PostGIS write it. Every count is held against the bytes
 * that are there before anything is built of it. Not safe for several threads.
 */
public final class Wkb {
  private static final int DEEPEST = 8;
  private static final int EWKB_Z = 0x80000000;
  private static final int EWKB_M = 0x40000000;
  private static final int EWKB_SRID = 0x20000000;

  private final WKBReader reader = new WKBReader();

  /**
   * @return null for an empty geometry; one with an SRID has it as {@link Geometry#getSRID()}
   */
  public @Nullable Geometry read(byte[] bytes) throws BadGeometry {
    check(ByteBuffer.wrap(bytes), 0);
    try {
      return Soundness.of(reader.read(bytes));
    } catch (ParseException | IllegalArgumentException e) {
      throw new BadGeometry(String.valueOf(e.getMessage()));
    }
  }

  /** Walks over one geometry; the buffer ends behind it. */
  private static void check(ByteBuffer in, int depth) throws BadGeometry {
    if (depth > DEEPEST) {
      throw new BadGeometry("nested too deeply");
    }
    need(in, 5);
    byte order = in.get();
    if (order != 0 && order != 1) {
      throw new BadGeometry("byte order " + order);
    }
    in.order(order == 0 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
    int code = in.getInt();
    if ((code & EWKB_SRID) != 0) {
      need(in, 4);
      in.getInt();
    }
    int iso = code & 0x1FFFFFFF;
    int dimensions = 2;
    dimensions += (code & EWKB_Z) != 0 || iso / 1000 == 1 || iso / 1000 == 3 ? 1 : 0;
    dimensions += (code & EWKB_M) != 0 || iso / 1000 == 2 || iso / 1000 == 3 ? 1 : 0;
    int position = dimensions * Double.BYTES;
    switch (iso < 4000 ? iso % 1000 : -1) {
      case 1 -> skip(in, position);
      case 2 -> skip(in, (long) count(in, position) * position);
      case 3 -> {
        for (int rings = count(in, 4); rings > 0; rings--) {
          skip(in, (long) count(in, position) * position);
        }
      }
      case 4, 5, 6, 7 -> {
        for (int parts = count(in, 9); parts > 0; parts--) {
          ByteOrder own = in.order();
          check(in, depth + 1);
          in.order(own);
        }
      }
      default -> throw new BadGeometry("WKB type " + Integer.toUnsignedString(code));
    }
  }

  private static int count(ByteBuffer in, int size) throws BadGeometry {
    need(in, 4);
    int count = in.getInt();
    if (count < 0 || (long) count * size > in.remaining()) {
      throw new BadGeometry("count " + Integer.toUnsignedString(count));
    }
    return count;
  }

  private static void skip(ByteBuffer in, long bytes) throws BadGeometry {
    need(in, bytes);
    in.position(in.position() + (int) bytes);
  }

  private static void need(ByteBuffer in, long bytes) throws BadGeometry {
    if (in.remaining() < bytes) {
      throw new BadGeometry("cut off");
    }
  }
}

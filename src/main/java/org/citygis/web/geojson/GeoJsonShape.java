package org.citygis.web.geojson;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.citygis.geo.Crs;
import org.citygis.geo.PatchReprojection;

/**
 * Writes (E)WKB as a GeoJSON geometry in a chosen reference system. Rings are turned so that shells
 * run counterclockwise and holes clockwise (RFC 7946, 3.1.6); heights are kept, measures left off.
 * Holds scratch space: one per answer, not for several threads.
 */
public final class GeoJsonShape {
  private static final String[] NAMES = {
    "Point",
    "LineString",
    "Polygon",
    "MultiPoint",
    "MultiLineString",
    "MultiPolygon",
    "GeometryCollection"
  };
  private static final byte[][] OPENINGS = new byte[NAMES.length][];

  static {
    for (int i = 0; i < NAMES.length; i++) {
      String member = i + 1 == WkbHead.COLLECTION ? "geometries" : "coordinates";
      OPENINGS[i] =
          "{\"type\":\"%s\",\"%s\":".formatted(NAMES[i], member).getBytes(StandardCharsets.UTF_8);
    }
  }

  /** Carries positions, x and y in turn, from the bytes' system to the answer's, in place. */
  @FunctionalInterface
  public interface Carrier {
    void apply(double[] xy, int count);
  }

  private final Carrier carrier;
  private final boolean northFirst;
  private final int digits;
  private double[] xy = new double[512];
  private double[] heights = new double[0];

  /**
   * @param from the system of the bytes, x easting or longitude
   * @param to the system of the answer; its axes come in the order of the register
   */
  public GeoJsonShape(Crs from, Crs to) {
    this(PatchReprojection.between(from, to)::apply, to.northFirst(), to.isGeographic() ? 7 : 3);
  }

  /**
   * @param northFirst whether the answer has northing or latitude before easting or longitude
   * @param digits after the point, of x and y
   */
  public GeoJsonShape(Carrier carrier, boolean northFirst, int digits) {
    this.carrier = carrier;
    this.northFirst = northFirst;
    this.digits = digits;
  }

  public void write(byte[] wkb, JsonBytes out) {
    geometry(ByteBuffer.wrap(wkb), out);
  }

  private void geometry(ByteBuffer in, JsonBytes out) {
    WkbHead head = WkbHead.read(in);
    out.raw(OPENINGS[head.type() - 1]);
    if (head.type() == WkbHead.COLLECTION) {
      int count = in.getInt();
      out.raw('[');
      for (int i = 0; i < count; i++) {
        separate(i, out);
        geometry(in, out);
      }
      out.raw(']');
    } else {
      coordinates(head, in, out);
    }
    out.raw('}');
  }

  private void coordinates(WkbHead head, ByteBuffer in, JsonBytes out) {
    switch (head.type()) {
      case WkbHead.POINT -> point(head, in, out);
      case WkbHead.LINE -> line(head, in, out);
      case WkbHead.POLYGON -> polygon(head, in, out);
      default -> {
        int count = in.getInt();
        out.raw('[');
        for (int i = 0; i < count; i++) {
          separate(i, out);
          coordinates(WkbHead.read(in), in, out);
        }
        out.raw(']');
      }
    }
  }

  private void point(WkbHead head, ByteBuffer in, JsonBytes out) {
    positions(head, 1, in);
    if (Double.isNaN(xy[0])) {
      out.raw("[]");
    } else {
      position(head, 0, out);
    }
  }

  private void line(WkbHead head, ByteBuffer in, JsonBytes out) {
    int count = in.getInt();
    positions(head, count, in);
    out.raw('[');
    for (int i = 0; i < count; i++) {
      separate(i, out);
      position(head, i, out);
    }
    out.raw(']');
  }

  private void polygon(WkbHead head, ByteBuffer in, JsonBytes out) {
    int rings = in.getInt();
    out.raw('[');
    for (int ring = 0; ring < rings; ring++) {
      separate(ring, out);
      int count = in.getInt();
      positions(head, count, in);
      boolean backwards = (signedArea(count) < 0) == (ring == 0);
      out.raw('[');
      for (int i = 0; i < count; i++) {
        separate(i, out);
        position(head, backwards ? count - 1 - i : i, out);
      }
      out.raw(']');
    }
    out.raw(']');
  }

  /** Reads positions into the scratch arrays and transforms them. */
  private void positions(WkbHead head, int count, ByteBuffer in) {
    if (count < 0 || count > in.remaining() / 16) {
      throw new IllegalArgumentException("a geometry that claims more positions than it has bytes");
    }
    if (xy.length < 2 * count) {
      xy = new double[Math.max(2 * count, 2 * xy.length)];
    }
    if (head.hasZ() && heights.length < count) {
      heights = new double[Math.max(count, 2 * heights.length)];
    }
    for (int i = 0; i < count; i++) {
      xy[2 * i] = in.getDouble();
      xy[2 * i + 1] = in.getDouble();
      if (head.hasZ()) {
        heights[i] = in.getDouble();
      }
      if (head.hasM()) {
        in.getDouble();
      }
    }
    if (count > 0 && !Double.isNaN(xy[0])) {
      carrier.apply(xy, count);
    }
  }

  private void position(WkbHead head, int index, JsonBytes out) {
    double x = xy[2 * index];
    double y = xy[2 * index + 1];
    out.raw('[').decimal(northFirst ? y : x, digits).raw(',').decimal(northFirst ? x : y, digits);
    if (head.hasZ() && Double.isFinite(heights[index])) {
      out.raw(',').decimal(heights[index], 3);
    }
    out.raw(']');
  }

  /** Twice the area of the ring in the scratch array, above 0 when it runs counterclockwise. */
  private double signedArea(int count) {
    double sum = 0;
    double x0 = xy[0];
    for (int i = 1; i < count - 1; i++) {
      sum += (xy[2 * i] - x0) * (xy[2 * i + 3] - xy[2 * i - 1]);
    }
    return sum;
  }

  private static void separate(int index, JsonBytes out) {
    if (index > 0) {
      out.raw(',');
    }
  }
}

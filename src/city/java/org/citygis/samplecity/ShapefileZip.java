package org.citygis.samplecity;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/**
 * Writes a zipped ESRI shapefile row by row, so that millions of rows need no memory; the rows wait
 * in files beside the zip until it is closed. Coordinates come in metres from the city's centre and
 * are written as easting, northing of EPSG:4547.
 */
final class ShapefileZip implements Layer {
  private static final String PRJ =
      "PROJCS[\"CGCS2000_3_Degree_GK_CM_114E\",GEOGCS[\"GCS_China_Geodetic_Coordinate_System_2000\","
          + "DATUM[\"D_China_2000\",SPHEROID[\"CGCS2000\",6378137.0,298.257222101]],"
          + "PRIMEM[\"Greenwich\",0.0],UNIT[\"Degree\",0.0174532925199433]],"
          + "PROJECTION[\"Gauss_Kruger\"],PARAMETER[\"False_Easting\",500000.0],"
          + "PARAMETER[\"False_Northing\",0.0],PARAMETER[\"Central_Meridian\",114.0],"
          + "PARAMETER[\"Scale_Factor\",1.0],PARAMETER[\"Latitude_Of_Origin\",0.0],UNIT[\"Meter\",1.0]]";
  private static final LocalDateTime STAMP = LocalDateTime.of(2026, 11, 1, 8, 0);

  /** How the .dbf tells its character set; all three are met in practice. */
  enum Marking {
    /** GBK, said by the language driver byte 0x4D. */
    LDID("GBK", 0x4D, null),
    /** GBK, said by a .cpg file. */
    CPG("GBK", 0, "GBK"),
    /** GBK, said twice. */
    BOTH("GBK", 0x4D, "936"),
    /** UTF-8, said by a .cpg file. */
    UTF8("UTF-8", 0, "UTF-8");

    private final Charset charset;
    private final int ldid;
    private final @Nullable String cpg;

    Marking(String charset, int ldid, @Nullable String cpg) {
      this.charset = Charset.forName(charset);
      this.ldid = ldid;
      this.cpg = cpg;
    }
  }

  /**
   * A column of the .dbf.
   *
   * @param type C text, N number, D date, L logical
   * @param width bytes
   */
  record Column(String name, char type, int width, int decimals) {
    static Column text(String name, int width) {
      return new Column(name, 'C', width, 0);
    }

    static Column whole(String name, int width) {
      return new Column(name, 'N', width, 0);
    }

    static Column number(String name, int width, int decimals) {
      return new Column(name, 'N', width, decimals);
    }

    static Column date(String name) {
      return new Column(name, 'D', 8, 0);
    }

    static Column logical(String name) {
      return new Column(name, 'L', 1, 0);
    }
  }

  private final Path zip;
  private final String base;
  private final int type;
  private final Marking marking;
  private final List<Column> columns;
  private final Path[] parts;
  private final OutputStream shp;
  private final DataOutputStream shx;
  private final OutputStream dbf;
  private final byte[] row;
  private long words = 50;
  private int count;
  private double west = Double.POSITIVE_INFINITY;
  private double south = Double.POSITIVE_INFINITY;
  private double east = Double.NEGATIVE_INFINITY;
  private double north = Double.NEGATIVE_INFINITY;

  /**
   * @param base the name of the files in the zip
   * @param type 1 points, 3 lines, 5 polygons
   */
  ShapefileZip(Path zip, String base, int type, Marking marking, List<Column> columns)
      throws IOException {
    this.zip = zip;
    this.base = base;
    this.type = type;
    this.marking = marking;
    this.columns = columns;
    Path folder = zip.toAbsolutePath().getParent();
    String stem = "." + zip.getFileName();
    parts =
        new Path[] {
          folder.resolve(stem + ".shp"),
          folder.resolve(stem + ".shx"),
          folder.resolve(stem + ".dbf")
        };
    shp = new BufferedOutputStream(Files.newOutputStream(parts[0]), 1 << 18);
    shx = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(parts[1]), 1 << 16));
    dbf = new BufferedOutputStream(Files.newOutputStream(parts[2]), 1 << 18);
    int width = 1;
    for (Column c : columns) {
      width += c.width;
    }
    row = new byte[width];
    shp.write(new byte[100]);
    shx.write(new byte[100]);
    dbf.write(header());
  }

  @Override
  public void add(Geometry geometry, Object... values) throws IOException {
    if (values.length != columns.size()) {
      throw new IllegalArgumentException(
          base + ": " + values.length + " values for " + columns.size() + " columns");
    }
    byte[] body = body(geometry);
    shx.writeInt(Math.toIntExact(words));
    shx.writeInt(body.length / 2);
    ByteBuffer head = ByteBuffer.allocate(8);
    head.putInt(++count).putInt(body.length / 2);
    shp.write(head.array());
    shp.write(body);
    words += 4 + body.length / 2;
    java.util.Arrays.fill(row, (byte) ' ');
    int at = 1;
    for (int i = 0; i < values.length; i++) {
      put(columns.get(i), values[i], at);
      at += columns.get(i).width;
    }
    dbf.write(row);
  }

  private void put(Column column, Object value, int at) {
    byte[] text =
        switch (value) {
          case LocalDate date ->
              date.toString().replace("-", "").getBytes(StandardCharsets.US_ASCII);
          case Boolean yes -> new byte[] {(byte) (yes ? 'T' : 'F')};
          case Number n ->
              (column.decimals == 0
                      ? Long.toString(n.longValue())
                      : String.format(Locale.ROOT, "%." + column.decimals + "f", n.doubleValue()))
                  .getBytes(StandardCharsets.US_ASCII);
          default -> encoded(column, value.toString());
        };
    if (text.length > column.width) {
      throw new IllegalArgumentException(
          base
              + "."
              + column.name
              + ": "
              + value
              + " has "
              + text.length
              + " bytes, room for "
              + column.width);
    }
    System.arraycopy(
        text, 0, row, column.type == 'N' ? at + column.width - text.length : at, text.length);
  }

  private byte[] encoded(Column column, String text) {
    try {
      ByteBuffer bytes = marking.charset.newEncoder().encode(CharBuffer.wrap(text));
      byte[] copy = new byte[bytes.remaining()];
      bytes.get(copy);
      return copy;
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException(
          base + "." + column.name + ": " + marking.charset + " has no " + text, e);
    }
  }

  private byte[] body(Geometry geometry) {
    if (geometry instanceof Point p) {
      ByteBuffer b = ByteBuffer.allocate(20).order(ByteOrder.LITTLE_ENDIAN);
      double[] xy = place(p.getCoordinate());
      return b.putInt(1).putDouble(xy[0]).putDouble(xy[1]).array();
    }
    List<Coordinate[]> rings = rings(geometry);
    int points = 0;
    double w = Double.POSITIVE_INFINITY;
    double s = Double.POSITIVE_INFINITY;
    double e = Double.NEGATIVE_INFINITY;
    double n = Double.NEGATIVE_INFINITY;
    for (Coordinate[] ring : rings) {
      points += ring.length;
      for (Coordinate c : ring) {
        double[] xy = place(c);
        w = Math.min(w, xy[0]);
        e = Math.max(e, xy[0]);
        s = Math.min(s, xy[1]);
        n = Math.max(n, xy[1]);
      }
    }
    ByteBuffer b =
        ByteBuffer.allocate(44 + 4 * rings.size() + 16 * points).order(ByteOrder.LITTLE_ENDIAN);
    b.putInt(type)
        .putDouble(w)
        .putDouble(s)
        .putDouble(e)
        .putDouble(n)
        .putInt(rings.size())
        .putInt(points);
    int start = 0;
    for (Coordinate[] ring : rings) {
      b.putInt(start);
      start += ring.length;
    }
    for (Coordinate[] ring : rings) {
      for (Coordinate c : ring) {
        b.putDouble(c.x + Terrain.ORIGIN_EAST).putDouble(c.y + Terrain.ORIGIN_NORTH);
      }
    }
    return b.array();
  }

  /** Shells run clockwise, holes the other way. */
  private List<Coordinate[]> rings(Geometry geometry) {
    List<Coordinate[]> rings = new ArrayList<>();
    for (int i = 0; i < geometry.getNumGeometries(); i++) {
      Geometry part = geometry.getGeometryN(i);
      if (part instanceof Polygon p) {
        rings.add(turned(p.getExteriorRing(), false));
        for (int k = 0; k < p.getNumInteriorRing(); k++) {
          rings.add(turned(p.getInteriorRingN(k), true));
        }
      } else {
        rings.add(part.getCoordinates());
      }
    }
    return rings;
  }

  private static Coordinate[] turned(LineString ring, boolean counterClockwise) {
    Coordinate[] c = ring.getCoordinates();
    return Orientation.isCCW(c) == counterClockwise ? c : ring.reverse().getCoordinates();
  }

  private double[] place(Coordinate c) {
    double x = c.x + Terrain.ORIGIN_EAST;
    double y = c.y + Terrain.ORIGIN_NORTH;
    west = Math.min(west, x);
    east = Math.max(east, x);
    south = Math.min(south, y);
    north = Math.max(north, y);
    return new double[] {x, y};
  }

  private byte[] header() {
    int length = 33 + 32 * columns.size();
    ByteBuffer b = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    b.put((byte) 3).put((byte) 126).put((byte) 11).put((byte) 1);
    b.putInt(count).putShort((short) length).putShort((short) row.length);
    b.put(29, (byte) marking.ldid);
    int at = 32;
    for (Column c : columns) {
      byte[] name = c.name.getBytes(marking.charset);
      if (name.length > 10) {
        throw new IllegalArgumentException(base + ": column name " + c.name + " has over 10 bytes");
      }
      b.put(at, name);
      b.put(at + 11, (byte) c.type).put(at + 16, (byte) c.width).put(at + 17, (byte) c.decimals);
      at += 32;
    }
    b.put(length - 1, (byte) 0x0D);
    return b.array();
  }

  @Override
  public int count() {
    return count;
  }

  @Override
  public void close() throws IOException {
    dbf.write(0x1A);
    shp.close();
    shx.close();
    dbf.close();
    patch(parts[0], mainHeader(words));
    patch(parts[1], mainHeader(50 + 4L * count));
    patch(parts[2], header());
    try (ZipOutputStream out =
        new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(zip)))) {
      out.setLevel(count < 500_000 ? Deflater.BEST_COMPRESSION : Deflater.BEST_SPEED);
      entry(out, ".shp", parts[0]);
      entry(out, ".shx", parts[1]);
      entry(out, ".dbf", parts[2]);
      entry(out, ".prj", PRJ);
      if (marking.cpg != null) {
        entry(out, ".cpg", marking.cpg);
      }
    }
    for (Path part : parts) {
      Files.delete(part);
    }
  }

  private byte[] mainHeader(long fileWords) {
    ByteBuffer b = ByteBuffer.allocate(100);
    b.putInt(0, 9994).putInt(24, Math.toIntExact(fileWords));
    b.order(ByteOrder.LITTLE_ENDIAN).putInt(28, 1000).putInt(32, type);
    if (count > 0) {
      b.putDouble(36, west).putDouble(44, south).putDouble(52, east).putDouble(60, north);
    }
    return b.array();
  }

  private static void patch(Path file, byte[] head) throws IOException {
    try (RandomAccessFile f = new RandomAccessFile(file.toFile(), "rw")) {
      f.write(head);
    }
  }

  private void entry(ZipOutputStream out, String end, Path file) throws IOException {
    open(out, end);
    Files.copy(file, out);
    out.closeEntry();
  }

  private void entry(ZipOutputStream out, String end, String text) throws IOException {
    open(out, end);
    out.write(text.getBytes(StandardCharsets.US_ASCII));
    out.closeEntry();
  }

  /** The time in the zip is fixed, so that two runs give the same bytes. */
  private void open(ZipOutputStream out, String end) throws IOException {
    ZipEntry entry = new ZipEntry(base + end);
    entry.setTimeLocal(STAMP);
    out.putNextEntry(entry);
  }
}

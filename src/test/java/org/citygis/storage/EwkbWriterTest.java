package org.citygis.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.EnumSet;
import org.citygis.geo.Crs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ByteOrderValues;
import org.locationtech.jts.io.Ordinate;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.io.WKBWriter;
import org.locationtech.jts.io.WKTReader;

/** JTS' own writer is the witness for every kind of shape. */
class EwkbWriterTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "POINT (1 2)",
        "POINT EMPTY",
        "POINT Z (1 2 3)",
        "POINT M (1 2 4)",
        "POINT ZM (1 2 3 4)",
        "LINESTRING (1 2, 3 4, 5 6)",
        "LINESTRING EMPTY",
        "LINESTRING ZM (1 2 3 4, 5 6 7 8)",
        "POLYGON ((0 0, 0 9, 9 9, 9 0, 0 0), (1 1, 2 1, 2 2, 1 2, 1 1), (3 3, 4 3, 4 4, 3 3))",
        "POLYGON EMPTY",
        "POLYGON Z ((0 0 1, 0 9 2, 9 9 3, 0 0 1))",
        "MULTIPOINT ((1 2), (3 4))",
        "MULTILINESTRING ((1 2, 3 4), (5 6, 7 8, 9 9))",
        "MULTIPOLYGON (((0 0, 0 9, 9 9, 9 0, 0 0), (1 1, 2 1, 2 2, 1 1)), ((20 0, 20 9, 29 9, 20 0)))",
        "MULTIPOLYGON EMPTY",
        "GEOMETRYCOLLECTION (POINT (1 2), LINESTRING (1 2, 3 4))"
      })
  void everyShapeIsWrittenAsJtsWritesIt(String wkt) throws ParseException {
    boolean z = wkt.contains(" Z");
    boolean m = wkt.contains("M (");
    Geometry shape = new WKTReader().read(wkt);
    shape.setSRID(4547);
    EnumSet<Ordinate> ordinates = EnumSet.of(Ordinate.X, Ordinate.Y);
    if (z) {
      ordinates.add(Ordinate.Z);
    }
    if (m) {
      ordinates.add(Ordinate.M);
    }
    int dimension = 2 + (z ? 1 : 0) + (m ? 1 : 0);
    WKBWriter jts = new WKBWriter(dimension, ByteOrderValues.LITTLE_ENDIAN, true);
    jts.setOutputOrdinates(ordinates);

    assertThat(written(shape, z, m)).isEqualTo(jts.write(shape));
  }

  @Test
  void aHeightAndAMeasureThatTheShapeLacksAreZero() throws ParseException {
    Geometry flat = new WKTReader().read("POINT (1 2)");
    Geometry read = new WKBReader().read(written(flat, true, true));
    assertThat(read.getCoordinate().getZ()).isZero();
    assertThat(read.getCoordinate().getM()).isZero();
  }

  @Test
  void theBuffersOwnByteOrderStays() throws ParseException {
    EwkbWriter writer = writer(false, false);
    Geometry shape = new WKTReader().read("POINT (1 2)");
    ByteBuffer buffer = ByteBuffer.allocate(writer.size(shape) + 4);
    writer.write(shape, buffer);
    buffer.putInt(7);
    assertThat(buffer.order()).isEqualTo(ByteOrder.BIG_ENDIAN);
    assertThat(buffer.array()[buffer.position() - 1]).isEqualTo((byte) 7);
  }

  private static byte[] written(Geometry shape, boolean z, boolean m) {
    EwkbWriter writer = writer(z, m);
    ByteBuffer buffer = ByteBuffer.allocate(writer.size(shape));
    writer.write(shape, buffer);
    assertThat(buffer.hasRemaining()).isFalse();
    return buffer.array();
  }

  private static EwkbWriter writer(boolean z, boolean m) {
    return new EwkbWriter(new GeometryColumn(GeometryColumn.Type.GEOMETRY, z, m, Crs.epsg(4547)));
  }
}

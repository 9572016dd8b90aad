package org.citygis.web.geojson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.citygis.geo.Crs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ByteOrderValues;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBWriter;
import org.locationtech.jts.io.WKTReader;

class GeoJsonShapeTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "POINT (1 2) | {'type':'Point','coordinates':[1,2]}",
        "POINT Z (1 2 3.5) | {'type':'Point','coordinates':[1,2,3.5]}",
        "POINT EMPTY | {'type':'Point','coordinates':[]}",
        "LINESTRING (0 0, 1 1) | {'type':'LineString','coordinates':[[0,0],[1,1]]}",
        "MULTIPOINT (1 2, 3 4) | {'type':'MultiPoint','coordinates':[[1,2],[3,4]]}",
        "MULTIPOLYGON EMPTY | {'type':'MultiPolygon','coordinates':[]}",
        "MULTILINESTRING ((0 0, 1 1), (2 2, 3 3)) |"
            + " {'type':'MultiLineString','coordinates':[[[0,0],[1,1]],[[2,2],[3,3]]]}",
        "GEOMETRYCOLLECTION (POINT (1 2), LINESTRING (0 0, 1 1)) |"
            + " {'type':'GeometryCollection','geometries':[{'type':'Point','coordinates':[1,2]},"
            + "{'type':'LineString','coordinates':[[0,0],[1,1]]}]}"
      })
  void everyTypeIsWritten(String wkt, String json) throws ParseException {
    assertThat(written(wkt, Crs.CRS84, Crs.CRS84)).isEqualTo(json.replace('\'', '"'));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "POLYGON ((0 0, 9 0, 9 9, 0 9, 0 0), (1 1, 1 2, 2 2, 2 1, 1 1))",
        "POLYGON ((0 0, 0 9, 9 9, 9 0, 0 0), (1 1, 2 1, 2 2, 1 2, 1 1))"
      })
  void shellsRunCounterclockwiseAndHolesClockwise(String wkt) throws ParseException {
    assertThat(written(wkt, Crs.CRS84, Crs.CRS84))
        .isEqualTo(
            "{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[9,0],[9,9],[0,9],[0,0]],"
                + "[[1,1],[1,2],[2,2],[2,1],[1,1]]]}");
  }

  /** PROJ: echo 3384000 500000 | cs2cs EPSG:4547 EPSG:4326 gives 30.5762958 114. */
  @Test
  void gaussKruegerBecomesLongitudeAndLatitude() throws ParseException {
    assertThat(written("POINT (500000 3384000)", Crs.epsg(4547), Crs.CRS84))
        .isEqualTo("{\"type\":\"Point\",\"coordinates\":[114,30.5762958]}");
  }

  @Test
  void axesComeInTheOrderOfTheRegister() throws ParseException {
    assertThat(written("POINT (113.4 30.58)", Crs.CRS84, Crs.epsg(4490)))
        .isEqualTo("{\"type\":\"Point\",\"coordinates\":[30.58,113.4]}");
    assertThat(written("POINT (442000.1234 3384000)", Crs.epsg(4547), Crs.epsg(4547)))
        .isEqualTo("{\"type\":\"Point\",\"coordinates\":[3384000,442000.123]}");
  }

  @Test
  void bothByteOrdersAndTheSridOfEwkbAreRead() throws ParseException {
    Geometry shape = new WKTReader().read("POLYGON ((0 0, 1 0, 1 1, 0 0))");
    shape.setSRID(4326);
    byte[] big = new WKBWriter(2, ByteOrderValues.BIG_ENDIAN, true).write(shape);
    byte[] little = new WKBWriter(2, ByteOrderValues.LITTLE_ENDIAN, false).write(shape);
    assertThat(written(big, Crs.CRS84, Crs.CRS84)).isEqualTo(written(little, Crs.CRS84, Crs.CRS84));
  }

  @Test
  void aGeometryThatClaimsMoreThanItHasIsRefused() throws ParseException {
    byte[] bytes = new WKBWriter().write(new WKTReader().read("LINESTRING (0 0, 1 1)"));
    bytes[5] = 0x7F;
    assertThatThrownBy(() -> written(bytes, Crs.CRS84, Crs.CRS84))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static String written(String wkt, Crs from, Crs to) throws ParseException {
    Geometry shape = new WKTReader().read(wkt);
    boolean hasZ = wkt.contains(" Z ");
    return written(new WKBWriter(hasZ ? 3 : 2).write(shape), from, to);
  }

  private static String written(byte[] wkb, Crs from, Crs to) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    JsonBytes out = new JsonBytes(bytes);
    new GeoJsonShape(from, to).write(wkb, out);
    out.flush();
    return bytes.toString(StandardCharsets.UTF_8);
  }
}

package org.citygis.samplecity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;
import org.citygis.samplecity.ShapefileZip.Column;
import org.citygis.samplecity.ShapefileZip.Marking;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

class ShapefileZipTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource(Marking.class)
  void chineseNamesAndValuesComeBackInEveryMarking(Marking marking) throws IOException {
    Path zip = folder.resolve("places.zip");
    List<Column> columns =
        List.of(
            Column.text("名称", 30),
            Column.number("面积", 12, 2),
            Column.date("日期"),
            Column.logical("open"));
    try (Layer layer = new ShapefileZip(zip, "places", 1, marking, columns)) {
      layer.add(Shapes.point(0, 0), "云川大道12号（镜湖）", 1234.5, LocalDate.of(2026, 10, 31), true);
    }
    Dbf dbf = new Dbf(zip);
    assertThat(dbf.rows())
        .containsExactly(
            Map.of("名称", "云川大道12号（镜湖）", "面积", "1234.50", "日期", "20261031", "open", "T"));
    assertThat(dbf.languageDriver())
        .isEqualTo(marking == Marking.LDID || marking == Marking.BOTH ? 0x4D : 0);
  }

  @Test
  void textThatTheCharacterSetLacksIsRefused() throws IOException {
    try (Layer layer =
        new ShapefileZip(
            folder.resolve("a.zip"), "a", 1, Marking.LDID, List.of(Column.text("name", 30)))) {
      assertThatThrownBy(() -> layer.add(Shapes.point(0, 0), "12 m³/s"))
          .hasMessageContaining("a.name: GBK has no 12 m³/s");
    }
  }

  @Test
  void textLongerThanItsColumnIsRefused() throws IOException {
    try (Layer layer =
        new ShapefileZip(
            folder.resolve("a.zip"), "a", 1, Marking.LDID, List.of(Column.text("name", 5)))) {
      assertThatThrownBy(() -> layer.add(Shapes.point(0, 0), "三个字"))
          .hasMessageContaining("has 6 bytes, room for 5");
    }
  }

  /** ESRI Shapefile Technical Description: outer rings clockwise, inner rings counter-clockwise. */
  @Test
  void shellsRunClockwiseAndCoordinatesAreEastingAndNorthing() throws IOException, ParseException {
    Path zip = folder.resolve("p.zip");
    try (Layer layer =
        new ShapefileZip(zip, "p", 5, Marking.LDID, List.of(Column.whole("id", 4)))) {
      layer.add(new WKTReader(Shapes.FACTORY).read("POLYGON((0 0, 10 0, 10 10, 0 10, 0 0))"), 1);
    }
    ByteBuffer shp = ByteBuffer.wrap(entry(zip, "p.shp")).order(ByteOrder.LITTLE_ENDIAN);
    int points = 100 + 8 + 44 + 4;
    assertThat(shp.getDouble(points)).isEqualTo(Terrain.ORIGIN_EAST);
    assertThat(shp.getDouble(points + 8)).isEqualTo(Terrain.ORIGIN_NORTH);
    assertThat(shp.getDouble(points + 16)).as("up before right").isEqualTo(Terrain.ORIGIN_EAST);
    assertThat(shp.getDouble(points + 24)).isEqualTo(Terrain.ORIGIN_NORTH + 10);
    assertThat(new String(entry(zip, "p.prj"), java.nio.charset.StandardCharsets.US_ASCII))
        .startsWith("PROJCS[\"CGCS2000_3_Degree_GK_CM_114E\"");
  }

  private static byte[] entry(Path zip, String name) throws IOException {
    try (ZipFile file = new ZipFile(zip.toFile())) {
      return file.getInputStream(file.getEntry(name)).readAllBytes();
    }
  }
}

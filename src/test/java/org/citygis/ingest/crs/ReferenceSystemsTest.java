package org.citygis.ingest.crs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.citygis.geo.Box;
import org.citygis.geo.Crs;
import org.citygis.ingest.source.ReferenceClue;
import org.citygis.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Envelope;

class ReferenceSystemsTest {
  private static final String ESRI =
      """
      PROJCS["%s",GEOGCS["GCS_China_Geodetic_Coordinate_System_2000",DATUM["D_China_2000",\
      SPHEROID["CGCS2000",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],\
      UNIT["Degree",0.0174532925199433]],PROJECTION["Gauss_Kruger"],PARAMETER["False_Easting",%s],\
      PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",%s],PARAMETER["Scale_Factor",1.0],\
      PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]
      """;
  private static final Box CITY = new Box(113.1, 30.4, 113.7, 30.8);

  private final ReferenceSystems systems = new ReferenceSystems();

  private String code(String wkt) {
    return systems
        .find(new ReferenceClue.Wkt(wkt))
        .map(candidate -> candidate.crs().code())
        .orElse("-");
  }

  /** Codes from the EPSG register, names as Esri writes them. */
  @ParameterizedTest
  @CsvSource({
    "CGCS2000_3_Degree_GK_CM_114E, 500000.0, 114.0, EPSG:4547",
    "CGCS2000_3_Degree_GK_CM_117E, 500000, 117, EPSG:4548",
    "CGCS2000_3_Degree_GK_Zone_38, 38500000.0, 114.0, EPSG:4526",
    "CGCS2000_3_Degree_GK_Zone_25, 25500000.0, 75.0, EPSG:4513",
    "CGCS2000_GK_CM_117E, 500000.0, 117.0, EPSG:4509",
    "CGCS2000_GK_Zone_19, 19500000.0, 111.0, EPSG:4497",
    "云川独立坐标, 500000.0, 114.0, EPSG:4547",
    "CGCS2000_3_Degree_GK_CM_114E, 500000.0, 114.3, -",
    "CGCS2000_3_Degree_GK_CM_114E, 600000.0, 114.0, -"
  })
  void aChineseGridIsKnownByItsParameters(String name, String easting, String cm, String code) {
    assertThat(code(ESRI.formatted(name, easting, cm))).isEqualTo(code);
  }

  @Test
  void geographicAndCommonSystemsAreKnown() {
    assertThat(
            code(
                "GEOGCS[\"GCS_China_Geodetic_Coordinate_System_2000\",DATUM[\"D_China_2000\",SPHEROID[\"CGCS2000\",6378137.0,298.257222101]],PRIMEM[\"Greenwich\",0.0],UNIT[\"Degree\",0.0174532925199433]]"))
        .isEqualTo("EPSG:4490");
    assertThat(
            code(
                "GEOGCS[\"GCS_WGS_1984\",DATUM[\"D_WGS_1984\",SPHEROID[\"WGS_1984\",6378137.0,298.257223563]],PRIMEM[\"Greenwich\",0.0],UNIT[\"Degree\",0.0174532925199433]]"))
        .isEqualTo("EPSG:4326");
    assertThat(
            code(
                "PROJCS[\"WGS_1984_UTM_Zone_49N\",GEOGCS[\"GCS_WGS_1984\",DATUM[\"D_WGS_1984\",SPHEROID[\"WGS_1984\",6378137.0,298.257223563]],PRIMEM[\"Greenwich\",0.0],UNIT[\"Degree\",0.0174532925199433]],PROJECTION[\"Transverse_Mercator\"],PARAMETER[\"False_Easting\",500000.0],PARAMETER[\"False_Northing\",0.0],PARAMETER[\"Central_Meridian\",111.0],PARAMETER[\"Scale_Factor\",0.9996],PARAMETER[\"Latitude_Of_Origin\",0.0],UNIT[\"Meter\",1.0]]"))
        .isEqualTo("EPSG:32649");
    assertThat(
            code(
                "PROJCS[\"WGS_1984_Web_Mercator_Auxiliary_Sphere\",GEOGCS[\"GCS_WGS_1984\",DATUM[\"D_WGS_1984\",SPHEROID[\"WGS_1984\",6378137.0,298.257223563]],PRIMEM[\"Greenwich\",0.0],UNIT[\"Degree\",0.0174532925199433]],PROJECTION[\"Mercator_Auxiliary_Sphere\"],PARAMETER[\"False_Easting\",0.0],PARAMETER[\"False_Northing\",0.0],PARAMETER[\"Central_Meridian\",0.0],PARAMETER[\"Standard_Parallel_1\",0.0],PARAMETER[\"Auxiliary_Sphere_Type\",0.0],UNIT[\"Meter\",1.0]]"))
        .isEqualTo("EPSG:3857");
    assertThat(code("EPSG:4547")).isEqualTo("EPSG:4547");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE html><html>",
        "",
        "PROJCS[",
        "PROJCS[\"a\",GEOGCS[\"b\"],PROJECTION[\"Gauss_Kruger\"]]",
        "LOCAL_CS[\"Unknown\",UNIT[\"m\",1]]",
        "ENGCRS[\"x\"]",
        "((((((((((((((((((((((((((((((("
      })
  void whatIsNoneIsUnknownAndNoFailure(String text) {
    assertThat(code(text)).isEqualTo("-");
  }

  @ParameterizedTest
  @CsvSource({
    "113.2, 30.5, 113.5, 30.7, EPSG:4326",
    "430000, 3370000, 460000, 3400000, EPSG:4547",
    "38430000, 3370000, 38460000, 3400000, EPSG:4526",
    "12610000, 3560000, 12640000, 3590000, EPSG:3857"
  })
  void coordinatesOfTheCityTellTheSystem(double w, double s, double e, double n, String code) {
    assertThat(systems.propose(new Envelope(w, e, s, n), CITY).getFirst().crs().code())
        .isEqualTo(code);
  }

  @Test
  void nothingIsProposedForNothing() {
    assertThat(systems.propose(new Envelope(), CITY)).isEmpty();
    assertThat(systems.propose(new Envelope(1e8, 2e8, 1e8, 2e8), CITY)).isEmpty();
  }

  /**
   * Texts and codes of GDAL and PROJ: foreign grids, feet, conic projections, zones of all kinds.
   */
  @ParameterizedTest
  @MethodSource("prj")
  void aPrjIsKnownByItsParameters(String expected, String wkt) {
    assertThat(code(wkt)).as(wkt).isEqualTo("EPSG:" + expected);
  }

  static Stream<Arguments> prj() throws IOException {
    return Files.readAllLines(Path.of("src/test/resources/crs/prj.tsv")).stream()
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.split("\t"))
        .map(columns -> Arguments.of(columns[0], columns[1]));
  }

  @ParameterizedTest
  @CsvSource({
    "6378137, 298.257222101, EPSG:4547",
    "6378140, 298.257, EPSG:2383",
    "6378245, 298.3, EPSG:2435",
    "6378137, 298.257223563, -"
  })
  void aDatumWithoutANameIsKnownByItsEllipsoidAndLessSurely(
      double axis, double inverse, String code) {
    String wkt =
        ("PROJCS[\"unnamed\",GEOGCS[\"unknown\",DATUM[\"unknown\",SPHEROID[\"unknown\",%s,%s]],"
                + "PRIMEM[\"Greenwich\",0],UNIT[\"degree\",0.0174532925199433]],"
                + "PROJECTION[\"Transverse_Mercator\"],PARAMETER[\"latitude_of_origin\",0],"
                + "PARAMETER[\"central_meridian\",114],PARAMETER[\"scale_factor\",1],"
                + "PARAMETER[\"false_easting\",500000],PARAMETER[\"false_northing\",0],"
                + "UNIT[\"metre\",1]]")
            .formatted(axis, inverse);
    assertThat(code(wkt)).isEqualTo(code);
    systems
        .find(new ReferenceClue.Wkt(wkt))
        .ifPresent(candidate -> assertThat(candidate.confidence()).isLessThan(0.8));
  }

  /**
   * The place 113.4 E 30.6 N in each system by PROJ 9.1 (gdaltransform -s_srs EPSG:4490 -t_srs …),
   * a box of a kilometre around it.
   */
  @ParameterizedTest
  @CsvSource({
    "442459.14, 3386781.28, EPSG:4547",
    "38442459.14, 3386781.28, EPSG:4526",
    "19730194.06, 3389082.99, EPSG:4497",
    "12623630.26, 3580909.76, EPSG:3857",
    "3386781.28, 442459.14, EPSG:4547;axes=yx",
    "3386781.28, 38442459.14, EPSG:4526;axes=yx",
    "1451634.70, 11111464.91, EPSG:4547;unit=us-ft",
    "730194.06, 3389082.99, EPSG:4508"
  })
  void aPlaceOfTheCityIsFoundInEverySystem(double x, double y, String code) {
    List<CrsCandidate> found =
        systems.propose(new Envelope(x - 500, x + 500, y - 500, y + 500), CITY);
    assertThat(found.getFirst().place().code()).isEqualTo(code);
    assertThat(found.getFirst().reason().zh()).contains("本市");
    assertThat(found.getFirst().reason().en()).contains("the city");
  }

  @ParameterizedTest
  @CsvSource({
    "30.5, 113.2, 30.7, 113.5, EPSG:4326;axes=yx",
    "30.5, 113.2, 30.7, 113.5, EPSG:4490;axes=yx"
  })
  void latitudeFirstIsNoticed(double w, double s, double e, double n, String code) {
    assertThat(systems.propose(new Envelope(w, e, s, n), CITY))
        .extracting(candidate -> candidate.place().code())
        .contains(code);
    assertThat(systems.propose(new Envelope(w, e, s, n), null))
        .extracting(candidate -> candidate.place().code())
        .contains(code);
  }

  @Test
  void aCorrectionIsOfferedOnlyWhereTheCoordinatesDoNotLieInTheCity() {
    Crs grid = Crs.epsg(4547);
    assertThat(
            systems.findCorrection(
                grid, new Envelope(442_000, 443_000, 3_386_000, 3_387_000), CITY))
        .isEmpty();
    assertThat(
            systems.findCorrection(
                grid, new Envelope(3_386_000, 3_387_000, 442_000, 443_000), CITY))
        .hasValueSatisfying(
            candidate -> assertThat(candidate.place().code()).isEqualTo("EPSG:4547;axes=yx"));
    assertThat(
            systems.findCorrection(
                grid,
                new Envelope(
                    442_000 / 0.3048, 443_000 / 0.3048, 3_386_000 / 0.3048, 3_387_000 / 0.3048),
                CITY))
        .hasValueSatisfying(
            candidate -> assertThat(candidate.place().code()).startsWith("EPSG:4547;unit="));
  }

  @Test
  void aPlacementIsReadAsItIsWritten() {
    for (String code :
        List.of(
            "EPSG:4547",
            "EPSG:4547;axes=yx",
            "EPSG:4547;axes=yx;unit=us-ft",
            "EPSG:4547;unit=ft")) {
      assertThat(Placement.parse("crs", code).code()).isEqualTo(code);
    }
    assertThatThrownBy(() -> Placement.parse("crs", "EPSG:4547;unit=yard"))
        .isInstanceOf(Problem.Invalid.class)
        .hasMessageContaining("us-ft");
    assertThatThrownBy(() -> Placement.parse("crs", ";")).isInstanceOf(Problem.Invalid.class);
  }
}

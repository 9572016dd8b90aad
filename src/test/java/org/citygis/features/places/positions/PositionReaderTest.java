package org.citygis.features.places.positions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.citygis.geo.Box;
import org.citygis.geo.LonLat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every notation, with values of independent sources, in a city about 113.4 E 30.58 N. */
class PositionReaderTest {
  private static final Box CITY = new Box(113.15, 30.4, 113.65, 30.8);

  /** A tenth of a second, in degrees. */
  private static final double CLOSE = 3e-5;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          113.4,30.58
          30.58, 113.4
          113.4 30.58
          113.4，30.58
          （113.4；30.58）
          １１３．４，３０．５８
          113.4°, 30.58°
          113.4° 30.58°
          113.4/30.58
          [113.4, 30.58]
          POINT (113.4 30.58)
          geo:30.58,113.4
          113.4E 30.58N
          E113.4 N30.58
          30.58 N, 113.4 E
          30.58°N 113.4°E
          30.58 E113.4
          N30.58E113.4
          lon=113.4 lat=30.58
          lat: 30.58, lng: 113.4
          x=113.4 y=30.58
          东经113.4度，北纬30.58度
          北纬30.58°东经113.4°
          经度113.4 纬度30.58
          经度：113.4，纬度：30.58
          坐标 113.4 30.58
          WGS84 113.4,30.58
          CGCS2000 113.4 30.58
          EPSG:4490 30.58 113.4
          EPSG:4326 113.4 30.58
          30°34′48″N 113°24′0″E
          30°34'48"N, 113°24'00"E
          30°34’48”N 113°24’00”E
          N30°34′48″E113°24′0″
          30°34′48″ 113°24′0″
          113°24′ 30°34.8′
          113°24'0'' 30°34'48''
          东经113度24分0秒 北纬30度34分48秒
          北纬30度34分48秒，东经113度24分
          30 34 48 113 24 0
          30 34 48, 113 24 0.0
          113 24, 30 34.8
          30:34:48 113:24:00
          30-34-48N 113-24-00E
          30d34'48"N 113d24'0"E
          30 deg 34 min 48 sec, 113 deg 24 min
          N 30 34 48 E 113 24 0
          """)
  void degreesInAnyWriting(String q) {
    Position best = best(q);
    assertThat(best.lon()).isCloseTo(113.4, within(CLOSE));
    assertThat(best.lat()).isCloseTo(30.58, within(CLOSE));
    assertThat(best.inCity()).isTrue();
    assertThat(best.shifted()).isNull();
  }

  /** The numbers come from PROJ: gdaltransform -s_srs EPSG:4490 -t_srs EPSG:4547 and others. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          442447.3259 3384563.9704            | EPSG:4547
          3384563.9704, 442447.3259           | EPSG:4547
          X=3384563.9704 Y=442447.3259        | EPSG:4547
          X=442447.3259 Y=3384563.9704        | EPSG:4547
          X:3384563.9704m Y:442447.3259m      | EPSG:4547
          纵坐标3384563.9704 横坐标442447.3259  | EPSG:4547
          横坐标：442447.3259 纵坐标：3384563.9704 | EPSG:4547
          N 3384563.9704 E 442447.3259        | EPSG:4547
          easting 442447.3259 northing 3384563.9704 | EPSG:4547
          38442447.3259 3384563.9704          | EPSG:4526
          X=3384563.9704 Y=38442447.3259      | EPSG:4526
          3度带 38带 442447.3259 3384563.9704  | EPSG:4547
          中央经线114° 3384563.9704 442447.3259 | EPSG:4547
          CM 114E 442447.3259 3384563.9704    | EPSG:4547
          zone 38 442447.3259 3384563.9704    | EPSG:4547
          EPSG:4547 442447.3259 3384563.9704  | EPSG:4547
          EPSG:4547 3384563.9704 442447.3259  | EPSG:4547
          442,447.3259 3,384,563.9704         | EPSG:4547
          442,447.3259, 3,384,563.9704        | EPSG:4547
          3,384,563.9704,442,447.3259         | EPSG:4547
          E 442,447.3259 m N 3,384,563.9704 m | EPSG:4547
          38,442,447.3259 3,384,563.9704      | EPSG:4526
          epsg 4526 38442447.3259 3384563.9704 | EPSG:4526
          19730241.3697 3386864.7926          | EPSG:4497
          6度带 730241.3697 3386864.7926       | EPSG:4508
          730241.3697 3386864.7926            | EPSG:4508
          EPSG:4508 730241.3697 3386864.7926  | EPSG:4508
          12623630.256 3578323.4338           | EPSG:3857
          EPSG:3857 12623630.256 3578323.4338 | EPSG:3857
          EPSG:32649 730149.2731 3385510.0468 | EPSG:32649
          49N 730149.2731 3385510.0468        | EPSG:32649
          UTM 49R 730149.2731 3385510.0468    | EPSG:32649
          """)
  void metresOfEverySystem(String q, String crs) {
    Position best = best(q);
    assertThat(best.crs()).isEqualTo(crs);
    assertThat(best.lon()).isCloseTo(113.4, within(2e-6));
    assertThat(best.lat()).isCloseTo(30.58, within(2e-6));
    assertThat(best.inCity()).isTrue();
  }

  /**
   * The reference follows from UTM by PROJ and the letters of NGA's standard; the codes are of the
   * test data of Open Location Code.
   */
  @ParameterizedTest
  @CsvSource({
    "49RGP3014985510, 113.4, 30.58, 2e-5",
    "49R GP 30149 85510, 113.4, 30.58, 2e-5",
    "49rgp30148551, 113.4, 30.58, 2e-4",
    "7FG49QCJ+2V, 2.7821875, 20.3700625, 1e-9",
    "8FVC2222+22, 8.0000625, 47.0000625, 1e-9",
  })
  void gridReferencesAndPlusCodes(String q, double lon, double lat, double close) {
    assertThat(best(q).lon()).isCloseTo(lon, within(close));
    assertThat(best(q).lat()).isCloseTo(lat, within(close));
  }

  @Test
  void aShortPlusCodeIsTheOneNearby() {
    Position full = best("113.4 30.58");
    String code = full.notations().get("plus_code").text();
    Position recovered = best(code.substring(4));
    assertThat(recovered.lon()).isCloseTo(113.4, within(CLOSE));
    assertThat(recovered.read().en()).contains(code.substring(0, 8));
  }

  /** Shifted values: coord-convert 0.2.1 of the Python package index. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          gcj 113.40612029570804,30.577704981274078     | GCJ-02
          GCJ-02: 113.40612029570804,30.577704981274078 | GCJ-02
          高德 30.577704981274078，113.40612029570804     | GCJ-02
          腾讯地图 113.40612029570804 30.577704981274078  | GCJ-02
          113.40612029570804,30.577704981274078 高德     | GCJ-02
          火星坐标系 113.40612029570804,30.577704981274078 | GCJ-02
          BD09: 113.41251547203944,30.58402309071077    | BD-09
          百度 113.41251547203944, 30.58402309071077     | BD-09
          bd-09 30.58402309071077,113.41251547203944    | BD-09
          """)
  void whatAMapServiceShiftedIsMovedBack(String q, String shift) {
    Position best = best(q);
    assertThat(best.shifted()).isEqualTo(shift);
    assertThat(best.lon()).isCloseTo(113.4, within(1e-7));
    assertThat(best.lat()).isCloseTo(30.58, within(1e-7));
    assertThat(best.read().zh()).contains(shift, "纠偏");
    assertThat(best.read().en()).contains(shift, "moved back");
  }

  @Test
  void whatCanBeReadInTwoWaysIsAndTheCityComesFirst() {
    List<Position> both = read("60.5, 40.25");
    assertThat(both).extracting(Position::lon).containsExactly(60.5, 40.25);
    // Near Kazan the other order is the nearer one.
    List<Position> elsewhere = PositionReader.read("60.5, 40.25", new LonLat(40, 60), CITY);
    assertThat(elsewhere).extracting(Position::lon).containsExactly(40.25, 60.5);
    // Both of Web Mercator and with the number of a six-degree zone.
    List<Position> plane = read("13400000 4300000");
    assertThat(plane).extracting(Position::crs).contains("EPSG:3857", "EPSG:4491");
    assertThat(plane).noneMatch(Position::inCity);
    assertThat(read("730241.37 3386864.79").getFirst().inCity()).isTrue();
  }

  @Test
  void aPositionTellsHowItWasReadAndHowFinely() {
    Position decimals = best("30.58, 113.4");
    assertThat(decimals.read().en()).isEqualTo("Decimal degrees, latitude first, CGCS2000");
    assertThat(decimals.read().zh()).isEqualTo("十进制度，先纬度后经度，CGCS2000");
    assertThat(decimals.title().zh()).isEqualTo("东经 113.400000°，北纬 30.580000°");
    assertThat(decimals.title().en()).isEqualTo("113.400000° E, 30.580000° N");
    assertThat(decimals.accuracyMetres()).isCloseTo(5560, within(5.0));
    assertThat(best("30°34′48″N 113°24′0″E").accuracyMetres()).isCloseTo(15.4, within(0.1));
    assertThat(best("442447.33 3384563.97").accuracyMetres()).isEqualTo(0.005);
    assertThat(best("X=3384563.97 Y=38442447.33").read().en())
        .isEqualTo(
            "CGCS2000 3-degree Gauss-Kruger zone 38, central meridian 114°E (EPSG:4526),"
                + " northing first");
    assertThat(best("116.404,39.915").inCity()).isFalse();
  }

  @Test
  void everyNotationIsGivenWithItsSystem() {
    var notations = best("113.4 30.58").notations();
    assertThat(notations.keySet())
        .containsExactly(
            "decimal",
            "dms",
            "gauss_kruger",
            "gauss_kruger_numbered",
            "gcj_02",
            "bd_09",
            "web_mercator",
            "mgrs",
            "plus_code");
    assertThat(notations.get("gauss_kruger").text()).isEqualTo("X=3384563.970 Y=442447.326");
    assertThat(notations.get("gauss_kruger").crs()).isEqualTo("EPSG:4547");
    assertThat(notations.get("gauss_kruger_numbered").text())
        .isEqualTo("X=3384563.970 Y=38442447.326");
    assertThat(notations.get("gauss_kruger_numbered").crs()).isEqualTo("EPSG:4526");
    assertThat(notations.get("dms").text()).isEqualTo("30°34′48.000″N 113°24′00.000″E");
    assertThat(notations.get("gcj_02").text()).isEqualTo("113.4061203, 30.5777050");
    assertThat(notations.get("bd_09").text()).isEqualTo("113.4125155, 30.5840231");
    assertThat(notations.get("web_mercator").text()).isEqualTo("12623630.26, 3578323.43");
    assertThat(notations.get("mgrs").text()).isEqualTo("49RGP3014985510");
    assertThat(best("2.35E 48.86N").notations())
        .doesNotContainKeys("gauss_kruger", "gcj_02", "bd_09");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "云川大道",
        "云川大道12号",
        "人民路 120 号",
        "A1 110.5",
        "113.4",
        "12-3",
        "10 20",
        "2024 2025",
        "027-88881234",
        "113.4, 30.58, 12",
        "190.5 95.5",
        "30.58N 113.4N",
        "30°75′N 113°24′E",
        "-30.5N 113.4E",
        "东经30.58东经113.4",
        "gcj 442447 3384563",
        "EPSG:99999999 1 2",
        "EPSG:2380 500000 3384563",
        "EPSG:4547 900000000 1",
        "442447 99999999999999",
        "24500000 3384563",
        "99RGP3014985510",
        "49RII3014985510",
        "49R",
        "0+",
        "999999999999999999999 1",
        "1e5 2e5",
        "NaN Infinity",
        "..",
        "° ′ ″"
      })
  void whatIsNoPositionIsNone(String q) {
    assertThat(read(q)).isEmpty();
  }

  @Test
  void withoutACityPositionsAreReadAllTheSame() {
    assertThat(PositionReader.read("113.4,30.58", null, null)).hasSize(1);
    assertThat(PositionReader.read("442447 3384563", null, null)).isEmpty();
    assertThat(PositionReader.read("CMVP+8W", null, null)).isEmpty();
  }

  private static Position best(String q) {
    List<Position> found = read(q);
    assertThat(found).as(q).isNotEmpty();
    return found.getFirst();
  }

  private static List<Position> read(String q) {
    return PositionReader.read(q, null, CITY);
  }
}

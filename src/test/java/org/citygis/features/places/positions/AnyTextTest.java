package org.citygis.features.places.positions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.citygis.geo.Box;
import org.junit.jupiter.api.Test;

/** The reader is asked whatever somebody types: it must answer soon, and never fail. */
class AnyTextTest {
  private static final Box CITY = new Box(113.15, 30.4, 113.65, 30.8);
  private static final String SIGNS =
      "0123456789..,,  -−+°′″'\"度分秒nsewxyNSEW北东经纬=:;/()[]带zone epsg gcj 高德 百度 cm 114 \t\u3000\uFEFF\0\uD83D";

  @Test
  void tenThousandRandomTextsAreReadWithoutFailing() {
    Random random = new Random(22);
    for (int i = 0; i < 10_000; i++) {
      StringBuilder text = new StringBuilder();
      int length = random.nextInt(60);
      while (text.length() < length) {
        if (random.nextInt(4) == 0) {
          text.append(random.nextInt(1 + (int) Math.pow(10, random.nextInt(9))));
        } else if (random.nextInt(8) == 0) {
          List<Mark.Word> words = Mark.WORDS;
          text.append(words.get(random.nextInt(words.size())).text());
        } else {
          text.append(SIGNS.charAt(random.nextInt(SIGNS.length())));
        }
      }
      for (Position position : read(text.toString())) {
        assertThat(position.lon()).as(text.toString()).isBetween(-180.0, 180.0);
        assertThat(position.lat()).as(text.toString()).isBetween(-90.0, 90.0);
        assertThat(position.notations()).isNotEmpty();
      }
    }
  }

  @Test
  void hostileTextsTakeNoTime() {
    List<String> texts = new ArrayList<>();
    for (String part :
        List.of(
            "1",
            "1 ",
            "1,",
            "1.",
            "°",
            "1°",
            "-",
            "e",
            "n1",
            "gcj",
            "zone ",
            "epsg:1 ",
            "带",
            "((",
            "1'",
            "+",
            " ",
            "0.0000001 ")) {
      texts.add(part.repeat(200 / part.length()));
      texts.add(part.repeat(1_000_000));
    }
    read("113.4,30.58");
    long start = System.nanoTime();
    texts.forEach(AnyTextTest::read);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
  }

  /** What is copied from one notation is read as the same place. */
  @Test
  void everyNotationIsReadBack() {
    Random random = new Random(5);
    for (int i = 0; i < 200; i++) {
      double lon = 113.15 + random.nextDouble() / 2;
      double lat = 30.4 + random.nextDouble() * 0.4;
      Position position = read(lon + "E " + lat + "N").getFirst();
      position
          .notations()
          .forEach(
              (name, notation) -> {
                String prefix = name.equals("gcj_02") ? "高德 " : name.equals("bd_09") ? "百度 " : "";
                Position again = read(prefix + notation.text()).getFirst();
                assertThat(again.lon()).as(name).isCloseTo(lon, within(2e-5));
                assertThat(again.lat()).as(name).isCloseTo(lat, within(2e-5));
              });
    }
  }

  private static List<Position> read(String text) {
    return PositionReader.read(text, null, CITY);
  }
}

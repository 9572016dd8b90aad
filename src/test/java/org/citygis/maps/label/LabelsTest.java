package org.citygis.maps.label;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.citygis.maps.font.Face;
import org.citygis.maps.font.Lettering;
import org.citygis.maps.font.Writing;
import org.citygis.style.Symbolizer;
import org.geotools.api.filter.FilterFactory;
import org.geotools.factory.CommonFactoryFinder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pictures of 256 pixels side by side, cut from one plane of places and streets. */
class LabelsTest {
  private static final FilterFactory FILTERS = CommonFactoryFinder.getFilterFactory();
  private static final Lettering LETTERING =
      new Lettering("sans-serif", 12, false, false, Color.BLACK, Color.WHITE, 1);

  private record Place(long id, double x, double y, String text, double priority) {}

  private record Street(String name, double[] line) {}

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void whatCrossesTheCommonSideIsTheSameOnBothPictures(int seed) {
    Random random = new Random(seed);
    List<Place> places = new ArrayList<>();
    for (int i = 0; i < 900; i++) {
      String text = "地名" + "一二三四五六".substring(random.nextInt(6)) + i;
      places.add(
          new Place(i, random.nextDouble(3000), random.nextDouble(2500), text, random.nextInt(3)));
    }
    List<Street> streets = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      double y = random.nextDouble(2500);
      streets.add(new Street("第" + i + "大道", new double[] {0, y, 1500, y + 90, 3000, y}));
    }
    Set<Writing> left = labels(places, streets, 1024, 1024);
    Set<Writing> right = labels(places, streets, 1280, 1024);

    assertThat(left).isNotEmpty();
    assertThat(crossing(left, 1280)).isEqualTo(crossing(right, 1280));
    assertThat(seed != 1 || !crossing(left, 1280).isEmpty()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {11, 12, 13})
  void noTwoTouch(int seed) {
    Random random = new Random(seed);
    List<Place> places = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      places.add(new Place(i, random.nextDouble(3000), random.nextDouble(2500), "地名" + i, 0));
    }
    List<Writing> standing = List.copyOf(labels(places, List.of(), 1024, 1024));
    for (int i = 0; i < standing.size(); i++) {
      for (int j = i + 1; j < standing.size(); j++) {
        Writing a = standing.get(i);
        Writing b = standing.get(j);
        boolean apart = Math.abs(a.y() - b.y()) > 11 || Math.abs(a.x() - b.x()) > 30;
        assertThat(apart).as(a + " " + b).isTrue();
      }
    }
  }

  /** The labels of a picture whose corner is at left, top; their places are those of the plane. */
  private static Set<Writing> labels(
      List<Place> places, List<Street> streets, double left, double top) {
    double around = 128;
    Labels labels;
    double needed;
    do {
      labels = new Labels(256, 256, new Cells(-left % Cells.SIDE, -top % Cells.SIDE));
      for (Place place : places) {
        double x = place.x - left;
        double y = place.y - top;
        if (x > -around && y > -around && x < 256 + around && y < 256 + around) {
          labels.atPoint(wish(symbol(false), place.text, place.priority, place.id), x, y);
        }
      }
      for (Street street : streets) {
        double[] line = street.line.clone();
        for (int i = 0; i < line.length; i += 2) {
          line[i] -= left;
          line[i + 1] -= top;
        }
        labels.alongLine(wish(ALONG, street.name, 1, 0), line, 0, line.length / 2);
      }
      needed = labels.choose();
      if (needed <= around) {
        break;
      }
      around = needed + 20;
    } while (true);
    Set<Writing> written = new HashSet<>();
    labels.write(
        (pieces, lettering) ->
            pieces.forEach(
                p ->
                    written.add(
                        new Writing(
                            p.text(), round(p.x() + left), round(p.y() + top), round(p.angle())))));
    return written;
  }

  private static double round(double value) {
    return Math.rint(value * 1000) / 1000;
  }

  private static Set<Writing> crossing(Set<Writing> labels, double side) {
    Set<Writing> crossing = new HashSet<>();
    for (Writing label : labels) {
      double width = Face.of(LETTERING).width(label.text());
      boolean inRow = label.y() > 1024 + 20 && label.y() < 1280 - 20;
      if (inRow && label.x() < side - 4 && label.x() + width > side + 4) {
        crossing.add(label);
      }
    }
    return crossing;
  }

  private static final Symbolizer.Label ALONG = symbol(true);

  private static Labels.Wish wish(Symbolizer.Label symbol, String text, double priority, long id) {
    return new Labels.Wish(symbol, LETTERING, text, priority, 0, id, 0, 0, 0);
  }

  private static Symbolizer.Label symbol(boolean alongLine) {
    return new Symbolizer.Label(
        Symbolizer.Unit.PIXEL,
        FILTERS.property("name"),
        new Symbolizer.Font("sans-serif", FILTERS.literal(12.0), "normal", "normal"),
        new Symbolizer.Fill(FILTERS.literal("#000000"), FILTERS.literal(1.0), null),
        null,
        alongLine,
        0.5,
        0.5,
        FILTERS.literal(0.0),
        FILTERS.literal(0.0),
        FILTERS.literal(0.0),
        FILTERS.literal(0.0),
        new Symbolizer.Layout(0, 0, 0, false, true, 0, 0));
  }
}

package org.citygis.features.places;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.citygis.catalog.OpenLayer;
import org.citygis.features.places.spelling.NameQuery;
import org.citygis.geo.LonLat;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The index beside a search that looks at every name. */
class NameIndexTest {
  private static final OpenLayer LAYER = TestLayers.open("names");
  private static final String[] FIRST = {
    "云川市", "长江", "人民", "重庆", "银行", "绿", "A座", "𠮷", "（东）", "12-", "KTV", "x"
  };
  private static final String[] MIDDLE = {"政务", "服务", "大道", "路", "女子", "街", "No. ", "1", "27", " "};
  private static final String[] LAST = {"中心", "号", "站", "厅", "Road", " Square", "", "9", "％"};
  private static final String[] TYPED = {
    "y",
    "yc",
    "yunchuan",
    "云",
    "云川市政务",
    "zwfw",
    "zhengwu",
    "changjiang lu",
    "zhangj",
    "r",
    "ro",
    "road",
    "12",
    "1",
    "9",
    "lv",
    "lu",
    "nv",
    "人民 12",
    "12 renmin",
    "wu road",
    "座",
    "a",
    "ktv",
    "ktvl",
    "%",
    "(东)lu",
    "yinhang",
    "yinxing",
    "𠮷",
    "z",
    "zh",
    "路 号 云",
    "s",
    "x",
    "xian",
    "qqq",
    "cqlz"
  };

  private record Row(long fid, double lon, double lat, List<@Nullable String> names) {}

  @ParameterizedTest
  @ValueSource(ints = {1, 64, 65, 3_000, 140_000})
  void theIndexFindsWhatLookingAtEveryNameFinds(int count) {
    Random random = new Random(count);
    List<Row> rows = new ArrayList<>();
    NameIndexBuilder builder = new NameIndexBuilder();
    for (int i = 0; i < count; i++) {
      List<@Nullable String> names = new ArrayList<>();
      names.add(name(random));
      names.add(random.nextBoolean() ? null : name(random));
      double lon = 114 + random.nextInt(100_000) / 1e6;
      Row row = new Row(7L * i, lon, 30 + random.nextInt(100_000) / 1e6, names);
      rows.add(row);
      builder.row(row.fid, row.lon, row.lat, row.names);
    }
    NameIndex index = builder.build();
    List<Nearness> froms = List.of(new Nearness(null), new Nearness(new LonLat(114.03, 30.07)));
    for (String typed : count > 100_000 ? List.of(TYPED).subList(0, 12) : List.of(TYPED)) {
      for (Nearness from : froms) {
        assertThat(ranks(index(index, typed, from)))
            .as("%s of %d from %s", typed, count, from)
            .isEqualTo(ranks(everyName(rows, typed, from)));
      }
    }
  }

  private static String name(Random random) {
    return FIRST[random.nextInt(FIRST.length)]
        + MIDDLE[random.nextInt(MIDDLE.length)]
        + (random.nextInt(3) == 0 ? random.nextInt(500) : "")
        + LAST[random.nextInt(LAST.length)];
  }

  private static List<Match> index(NameIndex index, String typed, Nearness from) {
    NameSearch search = NameSearch.of(NameQuery.of(typed), from, 12);
    index.search(search, LAYER);
    return search.best().bestFirst();
  }

  private static List<Match> everyName(List<Row> rows, String typed, Nearness from) {
    NameSearch search = NameSearch.of(NameQuery.of(typed), from, 12);
    for (Row row : rows) {
      NameFit fit = NameFit.find(search, row.names);
      if (fit != null) {
        double distance = from.of(row.lon, row.lat);
        search.best().offer(new Match(LAYER, row.fid, fit.rank(), distance, fit.length()));
      }
    }
    return search.best().bestFirst();
  }

  /** Places are kept to the centimetre, so that of equally near ones the order may differ. */
  private static List<String> ranks(List<Match> matches) {
    return matches.stream()
        .map(match -> "%s %.4f %d".formatted(match.rank(), Math.sqrt(match.distance()), 0))
        .toList();
  }
}

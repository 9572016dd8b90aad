package org.citygis.ingest.crs;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.citygis.geo.Box;
import org.citygis.geo.Crs;
import org.citygis.geo.Reprojection;
import org.citygis.problem.Problem;
import org.citygis.text.Text;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/** Reference systems for coordinates of which only the size is known, for one extent. */
final class Proposals {
  private static final int MOST = 8;
  private static final double NEAR_DEGREES = 0.5;
  private static final double LIKELY = 0.35;
  private static final int FIRST_MERIDIAN = 75;
  private static final int LAST_MERIDIAN = 135;

  /** Where a country of this size lies. */
  private static final Envelope CHINA = new Envelope(73, 136, 3, 54);

  private static final double SOUTH_METRES = 1_500_000;
  private static final double NORTH_METRES = 6_500_000;

  /** Half the width of a three-degree zone, at the equator and some more. */
  private static final double HALF_ZONE_METRES = 180_000;

  private final Envelope extent;
  private final @Nullable Box city;
  private final List<CrsCandidate> found = new ArrayList<>();
  private boolean swapped;
  private LengthUnit unit = LengthUnit.AS_IS;
  private double x;
  private double y;

  Proposals(Envelope extent, @Nullable Box city) {
    this.extent = extent;
    this.city = city;
  }

  List<CrsCandidate> find() {
    look(false, LengthUnit.AS_IS);
    look(true, LengthUnit.AS_IS);
    if (!isDegrees()) {
      look(false, LengthUnit.US_FOOT);
      look(false, LengthUnit.FOOT);
    }
    found.sort(Comparator.comparingDouble(CrsCandidate::confidence).reversed());
    return List.copyOf(found.subList(0, Math.min(found.size(), MOST)));
  }

  Optional<CrsCandidate> findCorrection(Crs said) {
    set(false, LengthUnit.AS_IS);
    if (lies(said)) {
      return Optional.empty();
    }
    set(true, LengthUnit.AS_IS);
    if (lies(said)) {
      return Optional.of(corrected(said, Text.of("x、y 互换后", "with x and y exchanged")));
    }
    for (LengthUnit feet : List.of(LengthUnit.US_FOOT, LengthUnit.FOOT)) {
      set(false, feet);
      if (city != null && !said.isGeographic() && lies(said)) {
        return Optional.of(corrected(said, Text.of("按英尺换算后", "counted in feet")));
      }
    }
    return Optional.empty();
  }

  private CrsCandidate corrected(Crs said, Text how) {
    return new CrsCandidate(
        new Placement(said, swapped, unit),
        0.9,
        city == null
            ? Text.of(how.zh() + "落在我国范围内", how.en() + " the layer lies in China")
            : Text.of(how.zh() + "落在本市范围内", how.en() + " the layer lies in the city"));
  }

  private void set(boolean exchange, LengthUnit counted) {
    Coordinate centre = extent.centre();
    swapped = exchange;
    unit = counted;
    x = (exchange ? centre.y : centre.x) * counted.factor();
    y = (exchange ? centre.x : centre.y) * counted.factor();
  }

  private void look(boolean exchange, LengthUnit counted) {
    set(exchange, counted);
    boolean plain = !exchange && counted == LengthUnit.AS_IS;
    if (!plain && city == null && !found.isEmpty()) {
      return;
    }
    if (isDegrees()) {
      if (plain || CHINA.contains(x, y) && !CHINA.contains(y, x)) {
        degrees();
      }
    } else if (y > SOUTH_METRES && y < NORTH_METRES && x > 12_000_000 && x < 46_000_000) {
      zoned((int) (x / 1_000_000));
    } else if (y > SOUTH_METRES && y < NORTH_METRES && x > 0 && x < 1_000_000) {
      meridians();
    }
    if (x > 8_000_000 && x < 15_100_000 && y > 300_000 && y < 7_400_000) {
      add(3857, 0.5, Text.of("数值大小符合 Web 墨卡托", "The size is that of Web Mercator"));
    }
  }

  private boolean isDegrees() {
    double most = swapped ? 90 : 180;
    return extent.getMinX() >= -most
        && extent.getMaxX() <= most
        && extent.getMinY() >= -270 + most
        && extent.getMaxY() <= 270 - most;
  }

  private void degrees() {
    Text reason = Text.of("数值在经纬度范围内", "The numbers are in the range of longitude and latitude");
    add(4326, 0.6, reason);
    add(4490, 0.55, reason);
  }

  private void zoned(int zone) {
    for (ChineseGrid grid : ChineseGrid.values()) {
      Text reason =
          Text.of(
              "横坐标以带号 %d 开头（%s %s度带）".formatted(zone, grid.title().zh(), zone < 24 ? "六" : "三"),
              "Eastings begin with zone %d (%s, %s-degree zones)"
                  .formatted(zone, grid.title().en(), zone < 24 ? "six" : "three"));
      double confidence =
          switch (grid) {
            case CGCS2000 -> 0.8;
            case XIAN_1980 -> 0.35;
            case BEIJING_1954 -> 0.3;
          };
      grid.zoned(zone).ifPresent(code -> add(code, confidence, reason));
    }
  }

  private void meridians() {
    boolean wide = Math.abs(x - 500_000) > HALF_ZONE_METRES;
    for (int meridian = FIRST_MERIDIAN; meridian <= LAST_MERIDIAN; meridian += 3) {
      if (city == null) {
        grid(ChineseGrid.CGCS2000, meridian, false, 0.3);
      } else if (Math.abs(meridian - city.envelope().centre().x) < 5) {
        grid(ChineseGrid.CGCS2000, meridian, false, wide ? 0.15 : 0.3);
        grid(ChineseGrid.XIAN_1980, meridian, false, wide ? 0.1 : 0.2);
        grid(ChineseGrid.BEIJING_1954, meridian, false, wide ? 0.08 : 0.18);
        if ((meridian - FIRST_MERIDIAN) % 6 == 0) {
          grid(ChineseGrid.CGCS2000, meridian, true, wide ? 0.25 : 0.14);
          utm(meridian);
        }
      }
    }
  }

  private void grid(ChineseGrid grid, int meridian, boolean six, double confidence) {
    add(
        six ? grid.sixDegrees(meridian) : grid.threeDegrees(meridian),
        confidence,
        Text.of(
            "数值大小符合高斯-克吕格投影（%s，%s度带，中央经线 %d°）"
                .formatted(grid.title().zh(), six ? "六" : "三", meridian),
            "The size is that of Gauss-Kruger (%s, %s-degree zones, meridian %d°)"
                .formatted(grid.title().en(), six ? "six" : "three", meridian)));
  }

  private void utm(int meridian) {
    int zone = (meridian + 183) / 6;
    add(
        32600 + zone,
        0.12,
        Text.of(
            "数值大小也符合 UTM %d 带".formatted(zone),
            "The size is that of UTM zone %d too".formatted(zone)));
  }

  private void add(int code, double confidence, Text reason) {
    Crs crs = Crs.epsg(code);
    boolean plain = !swapped && unit == LengthUnit.AS_IS;
    boolean near = city != null && lies(crs);
    if (!plain && city != null && !near) {
      return;
    }
    double likely = confidence;
    if (city != null) {
      likely = near ? Math.min(0.95, confidence + LIKELY) : confidence / 2;
    }
    if (!plain) {
      likely *= swapped ? 0.9 : unit == LengthUnit.US_FOOT ? 0.82 : 0.8;
    }
    found.add(new CrsCandidate(new Placement(crs, swapped, unit), likely, full(reason, near)));
  }

  private Text full(Text reason, boolean near) {
    String how = swapped ? "x、y 互换后，" : unit == LengthUnit.AS_IS ? "" : "按" + unit.zh() + "换算后，";
    String howEn =
        swapped
            ? "With x and y exchanged: "
            : unit == LengthUnit.AS_IS ? "" : "Counted in " + unit.en() + ": ";
    String where = city == null ? "" : near ? "，位置落在本市" : "，但位置不在本市";
    String whereEn =
        city == null
            ? ""
            : near ? "; the layer then lies in the city" : "; but the layer then lies elsewhere";
    return Text.of(how + reason.zh() + where, howEn + reason.en() + whereEn);
  }

  /** Whether the centre lies in the city, or in China where no city is known. */
  private boolean lies(Crs crs) {
    try {
      Coordinate place = Reprojection.between(crs, Crs.CRS84).apply(x, y);
      return city == null
          ? CHINA.contains(place)
          : city.buffer(NEAR_DEGREES).envelope().contains(place);
    } catch (Problem.Invalid outside) {
      return false;
    }
  }
}

package org.citygis.samplecity;

import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.citygis.samplecity.ShapefileZip.Marking;
import org.locationtech.jts.geom.Coordinate;

/** Writes layers of any number of rows for measurements, with the columns of the sample city's. */
final class Benchmark {
  private final Folder folder;
  private final Conurbation city = new Conurbation();

  Benchmark(Folder folder) {
    this.folder = folder;
  }

  /**
   * @param layer parcels, buildings, addresses or incidents
   */
  void write(String layer, long rows) throws IOException {
    switch (layer) {
      case "parcels" -> parcels(rows);
      case "buildings" -> buildings(rows);
      case "addresses" -> addresses(rows);
      case "incidents" -> incidents(rows);
      default ->
          throw new IllegalArgumentException(
              "no layer "
                  + layer
                  + " for measurements; there are parcels, buildings, addresses, incidents");
    }
  }

  private void parcels(long rows) throws IOException {
    folder.polygons(
        "parcels",
        Marking.LDID,
        PlanningLayers.PARCEL,
        layer ->
            city.walk(
                lot -> {
                  Dice dice = Dice.of("lot", lot.number());
                  layer.add(
                      lot.shape(),
                      number(lot),
                      lot.code(),
                      district(lot)
                          + lot.road()
                          + (2 * Math.floorMod(lot.row(), 400) + 1 + lot.number() % 8)
                          + "号",
                      lot.shape().getArea(),
                      PlanningLayers.owner(lot.code(), dice),
                      LocalDate.of(2026, 9, 30)
                          .minusDays((long) (dice.unit() * dice.unit() * 9000)));
                  return layer.count() < rows;
                }));
  }

  private static String number(Conurbation.Lot lot) {
    return district(lot).equals("城中区")
        ? "421902001001GB%06d".formatted(lot.number())
        : "421903001001GB%06d".formatted(lot.number());
  }

  private static String district(Conurbation.Lot lot) {
    return lot.row() < 0 ? "城中区" : "文昌区";
  }

  private void buildings(long rows) throws IOException {
    folder.polygons(
        "buildings",
        Marking.LDID,
        PlanningLayers.BUILDING,
        layer ->
            city.walk(
                lot -> {
                  Dice dice = Dice.of("house", lot.number());
                  String use =
                      switch (lot.code().charAt(0)) {
                        case 'R' -> "residential";
                        case 'B' -> lot.code().equals("B11") ? "commercial" : "office";
                        case 'M', 'W' -> "industrial";
                        case 'A' -> "education";
                        default -> "";
                      };
                  int count = use.isEmpty() ? 0 : dice.whole(1, 2);
                  for (int i = 0; i < count && layer.count() < rows; i++) {
                    double low = count == 1 ? 0.2 : 0.1 + 0.5 * i;
                    double high = low + dice.between(0.2, 0.32);
                    double left = dice.between(0.12, 0.25);
                    double right = dice.between(0.72, 0.88);
                    int floors = dice.whole(1, use.equals("industrial") ? 2 : 18);
                    layer.add(
                        Shapes.polygon(
                            List.of(
                                lot.at(left, low),
                                lot.at(right, low),
                                lot.at(right, high),
                                lot.at(left, high))),
                        "",
                        "",
                        use,
                        floors,
                        floors * 3.2,
                        dice.whole(1980, 2025));
                  }
                  return layer.count() < rows;
                }));
  }

  private void addresses(long rows) throws IOException {
    folder.points(
        "addresses",
        Marking.LDID,
        CivicLayers.ADDRESS,
        layer ->
            city.walk(
                lot -> {
                  Coordinate door = lot.at(0.5, lot.number() % 2 == 0 ? 0.06 : 0.94);
                  long number = 2L * Math.floorMod(lot.row(), 4000) + 1 + lot.number() % 8;
                  layer.add(
                      Shapes.point(door.x, door.y),
                      lot.road() + number + "号",
                      number + " " + lot.roadEn(),
                      "421902001000");
                  return layer.count() < rows;
                }));
  }

  /** None at half of the parcels, up to four at each of the others. */
  private void incidents(long rows) throws IOException {
    folder.points(
        "incidents",
        Marking.LDID,
        Incidents.COLUMNS,
        layer -> {
          Dice dice = Dice.of("many incidents");
          city.walk(
              lot -> {
                int here = dice.chance(0.5) ? dice.whole(1, 4) : 0;
                for (int i = 0; i < here && layer.count() < rows; i++) {
                  incident(layer, lot, dice);
                }
                return layer.count() < rows;
              });
        });
  }

  private static void incident(Layer layer, Conurbation.Lot lot, Dice dice) throws IOException {
    IncidentKind kind = IncidentKind.any(dice);
    LocalDateTime at = kind.time(dice);
    Coordinate c = lot.at(dice.between(0, 1), dice.between(-0.1, 1.1));
    String where = lot.road() + (2 * Math.floorMod(lot.row(), 4000) + 1) + "号";
    layer.add(
        Shapes.point(c.x, c.y),
        where + kind.title,
        kind.group,
        kind.code,
        "" + kind.level(dice),
        IncidentKind.status(at, dice),
        IncidentKind.iso(at),
        district(lot) + where,
        IncidentKind.reporter(dice),
        dice.pick(kind.words) + "。");
  }
}

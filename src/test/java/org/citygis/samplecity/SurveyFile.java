package org.citygis.samplecity;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.citygis.samplecity.ShapefileZip.Column;
import org.citygis.samplecity.ShapefileZip.Marking;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * What a survey office sends: a zipped shapefile of parcels in GBK, its fields named as the land
 * registry names them, one of its polygons crossing itself, one land use in words instead of a
 * code.
 */
public final class SurveyFile {
  private static final GeometryFactory SHAPES = new GeometryFactory();
  private static final int ACROSS = 8;
  private static final double SIDE = 60;

  private SurveyFile() {}

  /**
   * @param known numbers of parcels that the city has already; they come first
   * @param bad the row, from 1, whose polygon crosses itself
   */
  public static Path write(Path zip, List<String> known, int rows, int bad) throws IOException {
    List<Column> columns =
        List.of(
            Column.text("宗地号", 30),
            Column.text("用地代码", 12),
            Column.text("坐落", 60),
            Column.number("宗地面积", 14, 2),
            Column.text("权属性质", 12),
            Column.date("登记日期"));
    try (Layer layer = new ShapefileZip(zip, "宗地变更", 5, Marking.LDID, columns)) {
      for (int row = 1; row <= rows; row++) {
        String number = row <= known.size() ? known.get(row - 1) : "变更-%04d".formatted(row);
        String use = row == rows ? "居住" : row % 3 == 0 ? "G1" : row % 3 == 1 ? "R2" : "B1";
        layer.add(
            shape(row, row == bad),
            number,
            use,
            "云川大道" + row + "号",
            SIDE * SIDE,
            "国有",
            LocalDate.of(2026, 11, 20));
      }
    }
    return zip;
  }

  private static Geometry shape(int row, boolean crossed) {
    double x = (row % ACROSS) * 1.5 * SIDE;
    double y = (row / ACROSS) * 1.5 * SIDE;
    Coordinate[] ring = {
      new Coordinate(x, y),
      new Coordinate(x, y + SIDE),
      new Coordinate(x + SIDE, y + SIDE),
      new Coordinate(x + SIDE, y),
      new Coordinate(x, y)
    };
    if (crossed) {
      Coordinate second = ring[1];
      ring[1] = ring[2];
      ring[2] = second;
    }
    return SHAPES.createPolygon(ring);
  }
}

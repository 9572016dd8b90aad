package org.citygis.ingest.csv;

import java.util.List;
import org.apache.commons.csv.CSVRecord;
import org.citygis.ingest.geometry.BadGeometry;
import org.citygis.ingest.geometry.Wkt;
import org.citygis.ingest.source.Defect;
import org.citygis.ingest.source.Findings;
import org.citygis.ingest.source.ReferenceClue;
import org.citygis.ingest.source.Shape;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.CoordinateXY;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * How the geometry of a row is read.
 *
 * @param columns those that proved to hold geometries
 * @param srid what the first geometry names, 0 where it names none
 */
record RowGeometry(GeometryColumns columns, Shape shape, int srid, Wkt wkt) {
  private static final GeometryFactory GEOMETRIES = new GeometryFactory();

  /** Finds out by the values whether the columns hold what their names promise. */
  static final class Learning {
    private final GeometryColumns promised;
    private final Wkt wkt = new Wkt();
    private boolean hasWkt;
    private boolean hasPoints;
    private Shape shape = Shape.NONE;
    private int srid;

    Learning(GeometryColumns promised) {
      this.promised = promised;
    }

    void see(CSVRecord row) {
      String text = cell(row, promised.wkt());
      if (!text.isEmpty()) {
        try {
          Geometry geometry = wkt.read(text);
          hasWkt = true;
          if (geometry != null) {
            Shape own = Shape.of(geometry);
            shape = shape == Shape.NONE ? own : shape.and(own);
            srid = srid == 0 ? geometry.getSRID() : srid;
          }
        } catch (BadGeometry bad) {
          // Said when the row is handed out; here it is only no evidence.
        }
      }
      hasPoints =
          hasPoints
              || number(cell(row, promised.x())) != null && number(cell(row, promised.y())) != null;
    }

    RowGeometry done() {
      if (hasWkt) {
        return new RowGeometry(new GeometryColumns(promised.wkt(), -1, -1), shape, srid, wkt);
      }
      return hasPoints
          ? new RowGeometry(
              new GeometryColumns(-1, promised.x(), promised.y()), Shape.POINT, 0, wkt)
          : new RowGeometry(GeometryColumns.NONE, Shape.NONE, 0, wkt);
    }
  }

  /** An SRID in the text says more than a file beside it; columns of numbers alone say nothing. */
  ReferenceClue reference(ReferenceClue beside) {
    return srid > 0 ? new ReferenceClue.Code("EPSG:" + srid) : beside;
  }

  @Nullable Geometry read(long number, CSVRecord row, List<String> header, Findings findings) {
    if (columns.wkt() >= 0) {
      return fromText(number, cell(row, columns.wkt()), findings);
    }
    if (columns.x() < 0) {
      return null;
    }
    String first = cell(row, columns.x());
    String second = cell(row, columns.y());
    Double x = number(first);
    Double y = number(second);
    if (x != null && y != null) {
      return GEOMETRIES.createPoint(new CoordinateXY(x, y));
    }
    if (x == null && !first.isEmpty()) {
      findings.add(number, Defect.VALUE_NOT_NUMBER, header.get(columns.x()), first);
    }
    if (y == null && !second.isEmpty()) {
      findings.add(number, Defect.VALUE_NOT_NUMBER, header.get(columns.y()), second);
    }
    return null;
  }

  private @Nullable Geometry fromText(long number, String text, Findings findings) {
    if (text.isEmpty()) {
      return null;
    }
    try {
      Geometry geometry = wkt.read(text);
      if (geometry != null && geometry.getSRID() != srid) {
        findings.add(number, Defect.REFERENCES_DIFFER, geometry.getSRID(), srid);
      }
      return geometry;
    } catch (BadGeometry bad) {
      findings.add(number, Defect.GEOMETRY_UNREADABLE, bad.getMessage());
      return null;
    }
  }

  private static String cell(CSVRecord row, int column) {
    return column >= 0 && column < row.size() ? row.get(column).strip() : "";
  }

  /** A finite number; null for anything else. */
  private static @Nullable Double number(String text) {
    if (text.isEmpty() || text.length() > 40 || "+-.0123456789".indexOf(text.charAt(0)) < 0) {
      return null;
    }
    try {
      double number = Double.parseDouble(text);
      return Double.isFinite(number) ? number : null;
    } catch (NumberFormatException notANumber) {
      return null;
    }
  }
}

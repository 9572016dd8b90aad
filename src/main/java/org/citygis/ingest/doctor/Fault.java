package org.citygis.ingest.doctor;

import java.util.List;
import org.citygis.ingest.source.Defect;
import org.citygis.ingest.source.Finding;
import org.citygis.text.Text;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;

/**
 * One thing that is wrong with a file, and where.
 *
 * @param row the row's number from 1; 0 where it concerns the whole layer
 * @param arguments what the messages of the defect name
 * @param field the field it concerns, null for none
 * @param value what stands there, null for nothing
 * @param place in the coordinates of the file, corrected ones where they are corrected; null where
 *     it has none
 * @param repair what mending would do, null where there is nothing to mend
 * @param areaChange by which mending would change the area, in square metres; null where that
 *     cannot be told
 */
public record Fault(
    long row,
    Defect defect,
    List<String> arguments,
    @Nullable String field,
    @Nullable String value,
    @Nullable Coordinate place,
    @Nullable Repair repair,
    @Nullable Double areaChange) {

  static Fault of(Finding finding, @Nullable Coordinate place) {
    return new Fault(
        finding.row(), finding.defect(), finding.arguments(), null, null, place, null, null);
  }

  Fault at(@Nullable String newField, @Nullable String newValue) {
    return new Fault(row, defect, arguments, newField, newValue, place, repair, areaChange);
  }

  Fault mended(Repair how, @Nullable Double change) {
    return new Fault(row, defect, arguments, field, value, place, how, change);
  }

  /** What is wrong, in words. */
  public Text message() {
    return Words.of(defect, arguments);
  }
}

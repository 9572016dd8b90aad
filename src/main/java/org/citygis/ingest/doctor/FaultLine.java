package org.citygis.ingest.doctor;

import java.util.List;
import org.citygis.ingest.source.Defect;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;

/** A fault as a line of text: columns parted by tabs, each argument after a unit separator. */
final class FaultLine {
  private static final char UNIT_SEPARATOR = '\u001F';
  private static final int COLUMNS = 9;

  private FaultLine() {}

  static String of(Fault fault) {
    StringBuilder line = new StringBuilder(96);
    line.append(fault.row()).append('\t').append(fault.defect().name()).append('\t');
    Coordinate place = fault.place();
    if (place != null) {
      line.append(place.x).append('\t').append(place.y).append('\t');
    } else {
      line.append("\t\t");
    }
    text(line, fault.field());
    text(line, fault.value());
    line.append(fault.repair() == null ? "" : fault.repair().tag()).append('\t');
    line.append(fault.areaChange() == null ? "" : fault.areaChange().toString()).append('\t');
    for (String argument : fault.arguments()) {
      line.append(UNIT_SEPARATOR).append(clean(argument));
    }
    return line.toString();
  }

  private static void text(StringBuilder line, @Nullable String text) {
    // A bare tab is nothing, an equals sign before it a text, perhaps an empty one.
    line.append(text == null ? "" : "=" + clean(text)).append('\t');
  }

  private static String clean(String text) {
    String clean = text;
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < ' ') {
        clean = text.replaceAll("\\p{Cntrl}", " ");
        break;
      }
    }
    return clean;
  }

  static Fault parse(String line) {
    String[] columns = line.split("\t", COLUMNS);
    return new Fault(
        Long.parseLong(columns[0]),
        Defect.valueOf(columns[1]),
        columns[8].isEmpty()
            ? List.of()
            : List.of(columns[8].substring(1).split(String.valueOf(UNIT_SEPARATOR), -1)),
        columns[4].isEmpty() ? null : columns[4].substring(1),
        columns[5].isEmpty() ? null : columns[5].substring(1),
        columns[2].isEmpty()
            ? null
            : new Coordinate(Double.parseDouble(columns[2]), Double.parseDouble(columns[3])),
        Repair.find(columns[6]).orElse(null),
        columns[7].isEmpty() ? null : Double.valueOf(columns[7]));
  }
}

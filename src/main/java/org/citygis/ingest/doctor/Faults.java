package org.citygis.ingest.doctor;

import java.util.ArrayList;
import java.util.List;
import org.citygis.ingest.source.Defect;
import org.citygis.ingest.source.Finding;
import org.citygis.ingest.source.Findings;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * Where all checks of a layer say what they found: the first findings of each kind in full for the
 * report, every one into the log. What the reader of the file finds about a row comes before the
 * row does, and waits here for its place.
 */
final class Faults {
  private static final int FIELD_AND_VALUE = 2;

  private final Findings findings;
  private final FaultLog log;
  private final List<Finding> waiting = new ArrayList<>();
  private boolean speaking;

  Faults(Findings findings, FaultLog log) {
    this.findings = findings;
    this.log = log;
  }

  static Fault layer(Defect defect, Object... arguments) {
    return Fault.of(Finding.of(0, defect, arguments), null);
  }

  /** From now on hears what the reader finds; what the opening found comes at the end. */
  void listen() {
    findings.tell(
        finding -> {
          if (finding.row() > 0 && !speaking) {
            waiting.add(finding);
          }
        });
  }

  /** Whether the reader has said something about the row that comes now. */
  boolean hasWaiting() {
    return !waiting.isEmpty();
  }

  /** The row is here: what the reader said about it gets its place. */
  void place(@Nullable Geometry geometry) {
    if (!waiting.isEmpty()) {
      Coordinate centre = centre(geometry);
      waiting.forEach(finding -> log.add(read(finding, centre)));
      waiting.clear();
    }
  }

  private static Fault read(Finding finding, @Nullable Coordinate centre) {
    Fault fault = Fault.of(finding, centre);
    List<String> arguments = finding.arguments();
    return switch (finding.defect()) {
      case VALUE_NOT_NUMBER, VALUE_CUT_TO_INTEGER, VALUE_NOT_DATE ->
          arguments.size() < FIELD_AND_VALUE ? fault : fault.at(arguments.get(0), arguments.get(1));
      case TEXT_UNDECODABLE -> fault.at(arguments.isEmpty() ? null : arguments.getFirst(), null);
      default -> fault;
    };
  }

  static @Nullable Coordinate centre(@Nullable Geometry geometry) {
    if (geometry == null) {
      return null;
    }
    Envelope envelope = geometry.getEnvelopeInternal();
    return envelope.isNull() ? null : envelope.centre();
  }

  /** A check found something wrong with a row. */
  void add(Fault fault) {
    speaking = true;
    findings.add(new Finding(fault.row(), fault.defect(), fault.arguments()));
    speaking = false;
    if (fault.row() > 0) {
      log.add(fault);
    }
  }

  void add(long row, @Nullable Coordinate place, Defect defect, Object... arguments) {
    add(Fault.of(Finding.of(row, defect, arguments), place));
  }

  static Fault inField(long row, @Nullable Coordinate place, Defect defect, String field) {
    return Fault.of(Finding.of(row, defect, field), place).at(field, null);
  }

  /** A field's value is wrong; field and value are the first two arguments. */
  static Fault inField(
      long row,
      @Nullable Coordinate place,
      Defect defect,
      String field,
      String value,
      Object more) {
    Finding finding = Finding.of(row, defect, field, value, more);
    return Fault.of(finding, place).at(finding.arguments().get(0), finding.arguments().get(1));
  }

  /** Nothing more comes: writes what concerns the whole layer. */
  void finish() {
    findings.tell(null);
    place(null);
    findings.list().stream()
        .filter(finding -> finding.row() == 0)
        .forEach(finding -> log.add(Fault.of(finding, null)));
  }
}

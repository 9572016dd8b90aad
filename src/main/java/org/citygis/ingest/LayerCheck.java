package org.citygis.ingest;

import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.citygis.geo.Box;
import org.citygis.geo.Crs;
import org.citygis.geo.Reprojection;
import org.citygis.ingest.crs.CrsCandidate;
import org.citygis.ingest.crs.ReferenceSystems;
import org.citygis.ingest.source.Defect;
import org.citygis.ingest.source.FeatureSource;
import org.citygis.ingest.source.Findings;
import org.citygis.ingest.source.ReferenceClue;
import org.citygis.ingest.source.Severity;
import org.citygis.ingest.source.Shape;
import org.citygis.ingest.source.SourceFeature;
import org.citygis.ingest.source.SourceField;
import org.citygis.ingest.source.UnreadableFile;
import org.citygis.problem.Problem;
import org.citygis.storage.ColumnType;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/** Reads a layer once from end to end and says what is in it; changes nothing. */
final class LayerCheck {
  private static final int SAMPLE_ROWS = 10;
  private static final int SAMPLE_TEXT = 80;
  private static final int MOST_FIELDS = 1_500;

  private final FeatureSource source;
  private final Findings findings;
  private final List<SourceField> fields;
  private final Envelope extent = new Envelope();
  private final @Nullable String[] samples;
  private final BitSet beyondLong = new BitSet();
  private final List<Map<String, Object>> rows = new ArrayList<>();
  private Shape shape = Shape.NONE;
  private long count;
  private long withoutGeometry;
  private long invalid;
  private boolean hasZ;
  private boolean hasM;
  private long known;

  private LayerCheck(FeatureSource source) {
    this.source = source;
    this.findings = source.findings();
    this.fields = source.fields();
    this.samples = new String[fields.size()];
  }

  /**
   * Checks a layer.
   *
   * @param encoding what the user chose, null where the file speaks for itself
   * @param wanted the reference system that the user chose, null likewise
   * @param city longitudes and latitudes where the city lies, null where that is not known
   */
  static Checked run(
      int index,
      FeatureSource source,
      @Nullable Charset encoding,
      @Nullable Crs wanted,
      ReferenceSystems systems,
      @Nullable Box city)
      throws UnreadableFile {
    LayerCheck check = new LayerCheck(source);
    source.read(check::take);
    return check.result(index, encoding, wanted, systems, city);
  }

  private void take(SourceFeature feature) {
    count++;
    Geometry geometry = feature.geometry();
    if (geometry == null) {
      withoutGeometry++;
      // What the reader has said about this row explains it already.
      if (source.shape() != Shape.NONE && findings.count() == known) {
        findings.add(feature.row(), Defect.GEOMETRY_MISSING);
      }
    } else {
      look(feature.row(), geometry);
    }
    sample(feature);
    known = findings.count();
  }

  private void look(long row, Geometry geometry) {
    extent.expandToInclude(geometry.getEnvelopeInternal());
    Shape own = Shape.of(geometry);
    shape = shape == Shape.NONE ? own : shape.and(own);
    Coordinate first = geometry.getCoordinate();
    hasZ = hasZ || !Double.isNaN(first.getZ());
    hasM = hasM || !Double.isNaN(first.getM());
    Optional<Validity.Fault> fault = Validity.findFault(geometry);
    if (fault.isPresent()) {
      invalid++;
      findings.add(row, Defect.GEOMETRY_INVALID, fault.get().kind(), fault.get().place());
    }
  }

  private void sample(SourceFeature feature) {
    @Nullable Object[] values = feature.values();
    for (int i = 0; i < values.length; i++) {
      Object value = values[i];
      if (value != null) {
        if (samples[i] == null) {
          String text = value.toString();
          samples[i] = text.substring(0, Math.min(text.length(), SAMPLE_TEXT));
        }
        if (value instanceof BigDecimal whole && whole.precision() > 18 && !fitsLong(whole)) {
          beyondLong.set(i);
        }
      }
    }
    if (rows.size() < SAMPLE_ROWS) {
      Map<String, Object> row = new LinkedHashMap<>();
      for (int i = 0; i < values.length; i++) {
        Object value = values[i];
        row.put(fields.get(i).name(), value == null ? "" : value.toString());
      }
      rows.add(row);
    }
  }

  private static boolean fitsLong(BigDecimal whole) {
    try {
      whole.longValueExact();
      return true;
    } catch (ArithmeticException tooLarge) {
      return false;
    }
  }

  private Checked result(
      int index,
      @Nullable Charset encoding,
      @Nullable Crs wanted,
      ReferenceSystems systems,
      @Nullable Box city) {
    // A file may declare no kind of geometry, and a layer of null shapes has none to show.
    Shape declared = source.shape();
    Shape found = shape != Shape.NONE ? shape : declared == Shape.ANY ? Shape.NONE : declared;
    boolean placeless = found == Shape.NONE;
    CrsCandidate chosen = placeless ? null : reference(wanted, systems);
    List<CrsCandidate> others = systems.propose(extent, city);
    Box box = box(chosen);
    if (count == 0) {
      findings.add(0, Defect.LAYER_EMPTY);
    } else if (placeless && fields.isEmpty()) {
      findings.add(0, Defect.LAYER_WITHOUT_CONTENT);
    } else if (withoutGeometry == count && declared != Shape.NONE) {
      findings.add(0, Defect.LAYER_WITHOUT_GEOMETRY);
    }
    if (fields.size() > MOST_FIELDS) {
      findings.add(0, Defect.FIELDS_TOO_MANY, fields.size(), MOST_FIELDS);
    }
    List<ColumnType> types = new ArrayList<>();
    List<ImportReport.FieldReport> described = new ArrayList<>();
    for (int i = 0; i < fields.size(); i++) {
      SourceField field = fields.get(i);
      ColumnType type = Conversion.columnFor(field.kind(), !beyondLong.get(i));
      types.add(type);
      described.add(
          new ImportReport.FieldReport(
              field.name(),
              field.original(),
              type.name().toLowerCase(Locale.ROOT),
              field.width(),
              samples[i]));
    }
    ImportReport.Dataset report =
        new ImportReport.Dataset(
            index,
            source.name(),
            source.format(),
            found == Shape.ANY ? "mixed" : found.geometry(),
            source.encoding().map(ImportReport.Encoding::of).orElse(null),
            ImportReport.Reference.of(chosen, others),
            described,
            count,
            withoutGeometry,
            invalid,
            box == null ? null : numbers(box),
            extent.isNull() ? null : numbers(Box.of(extent)),
            ImportReport.Problem.of(findings),
            findings.count(),
            problemCounts(),
            rows,
            !findings.has(Severity.ERROR));
    return new Checked(
        report, found, hasZ, hasM, chosen == null ? null : chosen.crs(), fields, types, encoding);
  }

  private @Nullable CrsCandidate reference(@Nullable Crs wanted, ReferenceSystems systems) {
    if (wanted != null) {
      return new CrsCandidate(wanted, 1);
    }
    Optional<CrsCandidate> said = systems.find(source.reference());
    if (said.isEmpty() && count > 0) {
      switch (source.reference()) {
        case ReferenceClue.Wkt wkt -> findings.add(0, Defect.CRS_UNKNOWN, wkt.text());
        case ReferenceClue.Code code -> findings.add(0, Defect.CRS_UNKNOWN, code.code());
        case ReferenceClue.Unmarked unmarked -> findings.add(0, Defect.CRS_MISSING);
      }
    }
    return said.orElse(null);
  }

  /** The extent in degrees; null with a finding where the coordinates do not fit the system. */
  private @Nullable Box box(@Nullable CrsCandidate chosen) {
    if (chosen == null || extent.isNull()) {
      return null;
    }
    try {
      Box box = Reprojection.between(chosen.crs(), Crs.CRS84).apply(Box.of(extent));
      if (box.minX() >= -180 && box.maxX() <= 180 && box.minY() >= -90 && box.maxY() <= 90) {
        return box;
      }
    } catch (Problem.Invalid outside) {
      // Said below, as for a place beyond the poles.
    }
    String range =
        String.format(
            Locale.ROOT,
            "%.6g %.6g, %.6g %.6g",
            extent.getMinX(),
            extent.getMinY(),
            extent.getMaxX(),
            extent.getMaxY());
    findings.add(0, Defect.CRS_DOES_NOT_FIT, chosen.crs().code(), range);
    return null;
  }

  private Map<String, Long> problemCounts() {
    Map<String, Long> counts = new TreeMap<>();
    findings.counts().forEach((defect, number) -> counts.put(defect.code(), number));
    return counts;
  }

  private static double[] numbers(Box box) {
    return new double[] {box.minX(), box.minY(), box.maxX(), box.maxY()};
  }
}

package org.citygis.ingest.doctor;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import org.citygis.geo.Box;
import org.citygis.geo.Crs;
import org.citygis.geo.MapShift;
import org.citygis.ingest.archive.Workspace;
import org.citygis.ingest.crs.CrsCandidate;
import org.citygis.ingest.crs.ReferenceSystems;
import org.citygis.ingest.source.Defect;
import org.citygis.ingest.source.FeatureSource;
import org.citygis.ingest.source.Findings;
import org.citygis.ingest.source.Severity;
import org.citygis.ingest.source.Shape;
import org.citygis.ingest.source.SourceFeature;
import org.citygis.ingest.source.SourceField;
import org.citygis.ingest.source.UnreadableFile;
import org.citygis.storage.ColumnType;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/** Reads a layer once from end to end and says what is in it; changes nothing. */
public final class LayerCheck {
  private static final int MOST_FIELDS = 1_500;

  private final FeatureSource source;
  private final CheckOptions options;
  private final Findings findings;
  private final List<SourceField> fields;
  private final ReferenceChoice choice;
  private final FaultLog log;
  private final Faults faults;
  private final GeometryChecks geometries;
  private final FieldChecks values;
  private final TargetChecks target;
  private final DuplicateRows duplicates;
  private final @Nullable PlaceSample sample;
  private long count;

  private LayerCheck(
      FeatureSource file,
      CheckOptions options,
      ReferenceChoice choice,
      Workspace workspace,
      FaultLog log) {
    this.source = choice.corrections().apply(file, choice.crs());
    this.options = options;
    this.findings = file.findings();
    this.fields = file.fields();
    this.choice = choice;
    this.log = log;
    this.faults = new Faults(findings, log);
    Crs crs = choice.crs();
    CityBounds bounds = new CityBounds(crs, choice.city(), faults);
    this.geometries = new GeometryChecks(file.shape(), new AreaMeasure(crs), bounds, faults);
    this.values = new FieldChecks(fields);
    this.target = new TargetChecks(fields, options.target(), workspace.newFile(), faults);
    this.duplicates = new DuplicateRows(workspace.newFile());
    this.sample = options.reference() == null || crs == null ? null : new PlaceSample();
  }

  /**
   * Checks a layer. Its faults are in the workspace afterwards, see {@link FaultFile}.
   *
   * @param index of the layer among those of the upload
   * @param city longitudes and latitudes where the city lies, null where that is not known
   * @param progress told the number of rows read, often; what it throws ends the check
   */
  public static Checked run(
      int index,
      FeatureSource source,
      CheckOptions options,
      ReferenceSystems systems,
      @Nullable Box city,
      Workspace workspace,
      LongConsumer progress)
      throws UnreadableFile {
    Path target = FaultFile.in(workspace, index);
    ReferenceChoice choice = ReferenceChoice.of(source, options, systems, city);
    try (FaultLog log = new FaultLog(target)) {
      LayerCheck check = new LayerCheck(source, options, choice, workspace, log);
      try {
        return check.run(index, progress);
      } catch (UnreadableFile e) {
        log.forgetEarlier();
        throw e;
      } finally {
        check.close();
      }
    }
  }

  private Checked run(int index, LongConsumer progress) throws UnreadableFile {
    faults.listen();
    source.read(
        feature -> {
          progress.accept(++count);
          take(feature);
        });
    geometries.finish();
    duplicates.finish(faults);
    target.finish();
    values.finish(faults);
    Checked checked = result(index);
    log.finish();
    return checked;
  }

  private void take(SourceFeature feature) {
    long hash = geometries.take(feature);
    Geometry geometry = feature.geometry();
    Coordinate centre = hash == 0 ? null : Faults.centre(geometry);
    values.take(feature);
    target.take(feature.row(), feature.values(), centre);
    if (centre != null && geometry != null) {
      duplicates.take(feature.row(), hash, feature.values(), centre.x, centre.y);
      if (sample != null) {
        sample.take(geometry);
      }
    } else if (source.shape() == Shape.NONE) {
      duplicates.take(feature.row(), 0, feature.values(), Double.NaN, 0);
    }
    faults.place(geometry);
  }

  private Checked result(int index) {
    // A file may declare no kind of geometry, and a layer of null shapes has none to show.
    Shape declared = source.shape();
    Shape shape = geometries.shape();
    Shape found = shape != Shape.NONE ? shape : declared == Shape.ANY ? Shape.NONE : declared;
    boolean placeless = found == Shape.NONE;
    if (count == 0) {
      findings.add(0, Defect.LAYER_EMPTY);
    } else if (placeless && fields.isEmpty()) {
      findings.add(0, Defect.LAYER_WITHOUT_CONTENT);
    } else if (geometries.missing() == count && declared != Shape.NONE) {
      findings.add(0, Defect.LAYER_WITHOUT_GEOMETRY);
    }
    if (fields.size() > MOST_FIELDS) {
      findings.add(0, Defect.FIELDS_TOO_MANY, fields.size(), MOST_FIELDS);
    }
    ReferenceChoice.Verdict verdict = choice.judge(geometries.extent(), placeless, count, findings);
    ImportReport.ShiftReport shift = shift();
    faults.finish();
    List<ColumnType> types = values.types();
    CrsCandidate chosen = verdict.chosen();
    ImportReport.Dataset report =
        new ImportReport.Dataset(
            index,
            source.name(),
            source.format(),
            found == Shape.ANY ? "mixed" : found.geometry(),
            source.encoding().map(ImportReport.Encoding::of).orElse(null),
            verdict.report(),
            values.report(types, target),
            count,
            geometries.missing(),
            geometries.invalid(),
            verdict.box() == null ? null : numbers(verdict.box()),
            geometries.extent().isNull() ? null : numbers(Box.of(geometries.extent())),
            ImportReport.Problem.of(findings),
            findings.count(),
            problemCounts(),
            values.sample(),
            !findings.has(Severity.ERROR),
            geometries.report(duplicates),
            geometries.repairs(),
            shift,
            target.codes(),
            target.keys(),
            log.count(),
            log.faultyRows());
    return new Checked(
        report,
        found,
        geometries.hasZ(),
        geometries.hasM(),
        chosen == null ? null : chosen.crs(),
        fields,
        types,
        options.encoding(),
        choice.corrections());
  }

  private ImportReport.@Nullable ShiftReport shift() {
    ReferenceLayer reference = options.reference();
    if (sample == null || reference == null) {
      return null;
    }
    Optional<double[]> places = choice.degrees(sample.places());
    if (places.isEmpty()) {
      return null;
    }
    ImportReport.ShiftReport report =
        ShiftSuspicion.examine(places.get(), reference, options.shift());
    if (report.suspect() != null) {
      String name = report.suspect().equals(MapShift.GCJ_02.tag()) ? "GCJ-02" : "BD-09";
      findings.add(
          0, Defect.SHIFT_SUSPECTED, name, Math.round(report.offsetMetres()), report.reference());
    }
    return report;
  }

  private Map<String, Long> problemCounts() {
    Map<String, Long> counts = new TreeMap<>();
    findings.counts().forEach((defect, number) -> counts.put(defect.code(), number));
    return counts;
  }

  private static double[] numbers(Box box) {
    return new double[] {box.minX(), box.minY(), box.maxX(), box.maxY()};
  }

  private void close() {
    findings.tell(null);
    target.close();
    duplicates.close();
  }
}

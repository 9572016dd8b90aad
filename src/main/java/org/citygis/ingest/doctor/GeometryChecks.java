package org.citygis.ingest.doctor;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.citygis.ingest.geometry.Validity;
import org.citygis.ingest.source.Defect;
import org.citygis.ingest.source.Finding;
import org.citygis.ingest.source.Shape;
import org.citygis.ingest.source.SourceFeature;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/** Looks at the shapes of a layer one by one: missing, empty, invalid, slivers, kinds. */
final class GeometryChecks {
  /** Four pi times the area by the square of the perimeter: 1 for a circle. */
  private static final double THIN = 0.05;

  private static final double NARROW_METRES = 0.5;

  private final Shape declared;
  private final Faults faults;
  private final AreaMeasure areas;
  private final ShapeMeasure measure;
  private final CityBounds city;
  private final Envelope extent = new Envelope();
  private final Map<Repair, Long> repairs = new EnumMap<>(Repair.class);
  private final Map<String, Long> types = new TreeMap<>();
  private Shape shape = Shape.NONE;
  private @Nullable Shape first;
  private String lastType = "";
  private long lastTypeCount;
  private long missing;
  private long empty;
  private long invalid;
  private long slivers;
  private double areaBefore;
  private double areaAfter;
  private boolean hasZ;
  private boolean hasM;

  GeometryChecks(Shape declared, AreaMeasure areas, CityBounds city, Faults faults) {
    this.declared = declared;
    this.faults = faults;
    this.areas = areas;
    this.measure = new ShapeMeasure(areas.isDegrees());
    this.city = city;
  }

  /** A number that equal shapes share; 0 for none. */
  long take(SourceFeature feature) {
    Geometry geometry = feature.geometry();
    long row = feature.row();
    if (geometry == null) {
      missing++;
      // What the reader has said about this row explains it already.
      if (declared != Shape.NONE && !faults.hasWaiting()) {
        faults.add(row, null, Defect.GEOMETRY_MISSING);
      }
      return 0;
    }
    count(geometry.getGeometryType());
    Coordinate first = geometry.getCoordinate();
    if (first == null) {
      empty++;
      faults.add(row, null, Defect.GEOMETRY_EMPTY, geometry.getGeometryType());
      return 0;
    }
    hasZ = hasZ || !Double.isNaN(first.getZ());
    hasM = hasM || !Double.isNaN(first.getM());
    Envelope envelope = geometry.getEnvelopeInternal();
    extent.expandToInclude(envelope);
    kind(row, geometry, envelope);
    measure.take(geometry);
    Optional<Validity.Fault> fault = Validity.findFault(geometry);
    if (fault.isPresent()) {
      invalid(row, geometry, fault.get());
    } else if (geometry.getDimension() == 2) {
      sliver(row, envelope);
    }
    city.take(row, envelope);
    return measure.hash();
  }

  private void count(String type) {
    if (!type.equals(lastType)) {
      flushTypes();
      lastType = type;
    }
    lastTypeCount++;
  }

  private void flushTypes() {
    if (lastTypeCount > 0) {
      types.merge(lastType.toLowerCase(Locale.ROOT), lastTypeCount, Long::sum);
    }
    lastTypeCount = 0;
  }

  private void kind(long row, Geometry geometry, Envelope envelope) {
    Shape own = Shape.of(geometry);
    shape = shape == Shape.NONE ? own : shape.and(own);
    if (first == null) {
      first = own;
    } else if (first != own && !first.geometry().equals(own.geometry())) {
      faults.add(
          row, envelope.centre(), Defect.GEOMETRY_OTHER_KIND, own.geometry(), first.geometry());
    }
  }

  private void invalid(long row, Geometry geometry, Validity.Fault found) {
    invalid++;
    Mending mending = Mending.of(geometry, areas);
    repairs.merge(mending.repair(), 1L, Long::sum);
    if (mending.repair() == Repair.FIXED) {
      areaBefore += mending.areaBefore();
      areaAfter += mending.areaAfter();
    }
    Finding finding = Finding.of(row, Defect.GEOMETRY_INVALID, found.kind(), found.place());
    faults.add(Fault.of(finding, found.at()).mended(mending.repair(), mending.areaChange()));
  }

  private void sliver(long row, Envelope envelope) {
    double metres = areas.metresPerUnit();
    double perimeter = measure.length() * metres;
    double area = measure.area() * metres * metres;
    if (perimeter > 0
        && 4 * Math.PI * area < THIN * perimeter * perimeter
        && 2 * area < NARROW_METRES * perimeter) {
      slivers++;
      faults.add(
          row,
          envelope.centre(),
          Defect.GEOMETRY_SLIVER,
          rounded(area),
          rounded(2 * area / perimeter));
    }
  }

  private static String rounded(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }

  void finish() {
    flushTypes();
    city.finish();
  }

  Shape shape() {
    return shape;
  }

  boolean hasZ() {
    return hasZ;
  }

  boolean hasM() {
    return hasM;
  }

  Envelope extent() {
    return extent;
  }

  long missing() {
    return missing;
  }

  long invalid() {
    return invalid;
  }

  ImportReport.Shapes report(DuplicateRows duplicates) {
    return new ImportReport.Shapes(
        missing,
        empty,
        invalid,
        repairs.getOrDefault(Repair.FIXED, 0L),
        duplicates.rows(),
        duplicates.shapes(),
        slivers,
        city.outside(),
        types.size() > 1,
        Map.copyOf(types));
  }

  ImportReport.@Nullable Repairs repairs() {
    boolean known = areas.isKnown();
    return invalid == 0
        ? null
        : new ImportReport.Repairs(
            repairs.getOrDefault(Repair.FIXED, 0L),
            invalid - repairs.getOrDefault(Repair.FIXED, 0L),
            known ? areaBefore : null,
            known ? areaAfter : null);
  }
}

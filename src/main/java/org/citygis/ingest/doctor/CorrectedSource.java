package org.citygis.ingest.doctor;

import java.util.List;
import java.util.Optional;
import org.citygis.geo.Crs;
import org.citygis.geo.MapShift;
import org.citygis.geo.PositionEdit;
import org.citygis.geo.Reprojection;
import org.citygis.ingest.source.FeatureReader;
import org.citygis.ingest.source.FeatureSource;
import org.citygis.ingest.source.Findings;
import org.citygis.ingest.source.ReferenceClue;
import org.citygis.ingest.source.Shape;
import org.citygis.ingest.source.SourceFeature;
import org.citygis.ingest.source.SourceField;
import org.citygis.ingest.source.TextEncoding;
import org.citygis.ingest.source.UnreadableFile;
import org.citygis.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Geometry;

/** A source whose features leave it with corrected coordinates. */
final class CorrectedSource implements FeatureSource {
  private final FeatureSource source;
  private final @Nullable CoordinateSequenceFilter numbers;
  private final @Nullable MapShift shift;
  private final @Nullable Reprojection toDegrees;
  private final @Nullable Reprojection back;

  CorrectedSource(FeatureSource source, Corrections corrections, @Nullable Crs crs) {
    this.source = source;
    double factor = corrections.unit().factor();
    this.numbers =
        corrections.swapped() || factor != 1 ? new Numbers(corrections.swapped(), factor) : null;
    this.shift = crs == null ? null : corrections.shift();
    this.toDegrees = crs == null ? null : Reprojection.between(crs, Crs.CRS84);
    this.back = crs == null ? null : Reprojection.between(Crs.CRS84, crs);
  }

  /** Exchanges x and y, and counts in another unit. */
  private record Numbers(boolean swapped, double factor) implements PositionEdit {
    @Override
    public void filter(CoordinateSequence sequence, int i) {
      double x = sequence.getX(i) * factor;
      double y = sequence.getY(i) * factor;
      sequence.setOrdinate(i, CoordinateSequence.X, swapped ? y : x);
      sequence.setOrdinate(i, CoordinateSequence.Y, swapped ? x : y);
    }
  }

  private SourceFeature corrected(SourceFeature feature) {
    Geometry geometry = feature.geometry();
    if (geometry == null || geometry.isEmpty()) {
      return feature;
    }
    if (numbers != null) {
      geometry.apply(numbers);
    }
    return new SourceFeature(feature.row(), unshifted(geometry), feature.values());
  }

  private Geometry unshifted(Geometry geometry) {
    if (shift == null || toDegrees == null || back == null) {
      return geometry;
    }
    try {
      return back.apply(shift.remove(toDegrees.apply(geometry)));
    } catch (Problem.Invalid outside) {
      // Nothing is shifted out there; that the place does not fit its system is said elsewhere.
      return geometry;
    }
  }

  @Override
  public <E extends Exception> void read(FeatureReader<E> reader) throws UnreadableFile, E {
    source.read((FeatureReader<E>) feature -> reader.take(corrected(feature)));
  }

  @Override
  public String name() {
    return source.name();
  }

  @Override
  public String format() {
    return source.format();
  }

  @Override
  public Shape shape() {
    return source.shape();
  }

  @Override
  public List<SourceField> fields() {
    return source.fields();
  }

  @Override
  public long rows() {
    return source.rows();
  }

  @Override
  public Optional<TextEncoding> encoding() {
    return source.encoding();
  }

  @Override
  public ReferenceClue reference() {
    return source.reference();
  }

  @Override
  public Findings findings() {
    return source.findings();
  }

  @Override
  public void close() {
    source.close();
  }
}

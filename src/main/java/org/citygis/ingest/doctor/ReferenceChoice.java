package org.citygis.ingest.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.citygis.geo.Box;
import org.citygis.geo.Crs;
import org.citygis.geo.Reprojection;
import org.citygis.ingest.crs.CrsCandidate;
import org.citygis.ingest.crs.Placement;
import org.citygis.ingest.crs.ReferenceSystems;
import org.citygis.ingest.source.Defect;
import org.citygis.ingest.source.FeatureSource;
import org.citygis.ingest.source.Findings;
import org.citygis.ingest.source.ReferenceClue;
import org.citygis.problem.Problem;
import org.citygis.text.Text;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;

/**
 * The reference system in which a layer is examined: the user's, else the file's; judged when the
 * extent is known.
 *
 * @param chosen null where none is known
 * @param corrections that the user asked for
 */
record ReferenceChoice(
    ReferenceClue clue,
    @Nullable CrsCandidate chosen,
    Corrections corrections,
    ReferenceSystems systems,
    @Nullable Box city) {

  /**
   * @param chosen null for a layer without places
   * @param box the extent in degrees, null where it cannot be told
   */
  record Verdict(@Nullable CrsCandidate chosen, @Nullable Box box, ImportReport.Reference report) {}

  static ReferenceChoice of(
      FeatureSource source, CheckOptions options, ReferenceSystems systems, @Nullable Box city) {
    Placement wanted = options.place();
    CrsCandidate chosen =
        wanted == null
            ? systems.find(source.reference()).orElse(null)
            : new CrsCandidate(wanted, 1, Text.of("由用户选择", "Chosen by the user"));
    Placement place = chosen == null ? null : chosen.place();
    return new ReferenceChoice(
        source.reference(), chosen, Corrections.of(place, options.shift()), systems, city);
  }

  @Nullable Crs crs() {
    return chosen == null ? null : chosen.crs();
  }

  /** Places of the layer in degrees; empty where they cannot be told. */
  Optional<double[]> degrees(double[] places) {
    if (chosen == null) {
      return Optional.empty();
    }
    try {
      double[] degrees = places.clone();
      Reprojection.between(chosen.crs(), Crs.CRS84).apply(degrees, degrees.length / 2);
      return Optional.of(degrees);
    } catch (Problem.Invalid outside) {
      return Optional.empty();
    }
  }

  /**
   * @param extent of the corrected coordinates
   */
  Verdict judge(Envelope extent, boolean placeless, long count, Findings findings) {
    if (placeless) {
      return new Verdict(null, null, ImportReport.Reference.of(null, List.of(), false));
    }
    if (chosen == null && count > 0) {
      missing(findings);
    }
    List<CrsCandidate> others = new ArrayList<>();
    Box box = chosen == null ? null : box(chosen, extent, findings);
    Optional<CrsCandidate> better = better(extent);
    better.ifPresent(
        candidate -> {
          Defect defect = candidate.place().swapped() ? Defect.CRS_SWAPPED : Defect.CRS_IN_FEET;
          findings.add(0, defect, candidate.place().code());
          others.add(candidate);
        });
    // What is corrected is of a size of its own; the file's numbers are not known any more.
    if (chosen == null || chosen.place().isPlain()) {
      others.addAll(systems.propose(extent, city));
    }
    boolean swapped =
        better.isPresent()
            ? better.get().place().swapped()
            : chosen == null && !others.isEmpty() && others.getFirst().place().swapped();
    return new Verdict(chosen, box, ImportReport.Reference.of(chosen, others, swapped));
  }

  private Optional<CrsCandidate> better(Envelope extent) {
    return chosen == null || !chosen.place().isPlain()
        ? Optional.empty()
        : systems.findCorrection(chosen.crs(), extent, city);
  }

  private void missing(Findings findings) {
    switch (clue) {
      case ReferenceClue.Wkt wkt -> findings.add(0, Defect.CRS_UNKNOWN, wkt.text());
      case ReferenceClue.Code code -> findings.add(0, Defect.CRS_UNKNOWN, code.code());
      case ReferenceClue.Unmarked unmarked -> findings.add(0, Defect.CRS_MISSING);
    }
  }

  /** The extent in degrees; null with a finding where the coordinates do not fit the system. */
  private static @Nullable Box box(CrsCandidate chosen, Envelope extent, Findings findings) {
    if (extent.isNull()) {
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
}

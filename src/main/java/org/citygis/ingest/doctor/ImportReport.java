package org.citygis.ingest.doctor;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.citygis.ingest.crs.CrsCandidate;
import org.citygis.ingest.crs.Placement;
import org.citygis.ingest.shapefile.ShapefileSource;
import org.citygis.ingest.source.Finding;
import org.citygis.ingest.source.Findings;
import org.citygis.ingest.source.Severity;
import org.citygis.ingest.source.TextEncoding;
import org.citygis.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * What was found in an upload, as the interface shows it.
 *
 * @param problems of the upload as a whole
 */
public record ImportReport(List<SentFile> files, List<Problem> problems, List<Dataset> datasets) {
  private static final int MOST_IN_GIST = 4;

  public record SentFile(String name, long bytes) {}

  /**
   * @param row of the file, from 1; null where it concerns the whole
   */
  public record Problem(@Nullable Long row, String code, String severity, Text message) {
    static Problem of(Finding finding) {
      return new Problem(
          finding.row() == 0 ? null : finding.row(),
          finding.defect().code(),
          finding.defect().severity().tag(),
          Words.of(finding));
    }

    public static List<Problem> of(Findings findings) {
      return findings.list().stream().map(Problem::of).toList();
    }
  }

  /** A text encoding with what the texts look like in the others. */
  public record Encoding(
      String name, double confidence, String source, List<Candidate> candidates) {
    public record Candidate(String name, double confidence, List<String> sample) {}

    public static Encoding of(TextEncoding encoding) {
      return new Encoding(
          ShapefileSource.encodingName(encoding.charset()),
          rounded(encoding.confidence()),
          encoding.origin().name().toLowerCase(Locale.ROOT),
          encoding.candidates().stream()
              .map(
                  other ->
                      new Candidate(
                          ShapefileSource.encodingName(other.charset()),
                          rounded(other.confidence()),
                          other.sample()))
              .toList());
    }
  }

  /**
   * @param code of the chosen system, as {@link Placement#code()} writes it; null where none is
   *     known
   * @param swapped whether x and y seem to be exchanged
   */
  public record Reference(
      @Nullable String code,
      @Nullable String name,
      double confidence,
      List<Candidate> candidates,
      boolean swapped) {
    public record Candidate(String code, String name, double confidence, Text reason) {
      static Candidate of(CrsCandidate candidate) {
        return new Candidate(
            candidate.place().code(),
            candidate.place().name().en(),
            rounded(candidate.confidence()),
            candidate.reason());
      }
    }

    public static Reference of(
        @Nullable CrsCandidate chosen, List<CrsCandidate> others, boolean swapped) {
      List<Candidate> candidates =
          Stream.concat(Stream.ofNullable(chosen), others.stream())
              .map(Candidate::of)
              .collect(
                  Collectors.toMap(
                      Candidate::code, it -> it, (first, again) -> first, LinkedHashMap::new))
              .values()
              .stream()
              .toList();
      return chosen == null
          ? new Reference(null, null, 0, candidates, swapped)
          : new Reference(
              chosen.place().code(),
              chosen.place().name().en(),
              rounded(chosen.confidence()),
              candidates,
              swapped);
    }
  }

  /**
   * @param type a catalogue field's type
   * @param sample the first value that is not empty
   * @param declared what the target layer calls it in full, null without one
   * @param nulls rows without a value
   * @param inferred what all values could be beside the type, null where nothing says more
   * @param beyond values that the target's type cannot hold
   * @param unparsed values that cannot be read as the target's type
   */
  public record FieldReport(
      String name,
      String original,
      String type,
      int width,
      @Nullable String sample,
      @Nullable String declared,
      long nulls,
      @Nullable String inferred,
      long beyond,
      long unparsed) {}

  /**
   * What the shapes are like.
   *
   * @param duplicates rows that copy another one in all
   * @param same rows that share their geometry with another one, but not all attributes
   * @param mixed whether there are several types; single ones are stored as multiple
   * @param types features by type
   */
  public record Shapes(
      long missing,
      long empty,
      long invalid,
      long repairable,
      long duplicates,
      long same,
      long slivers,
      long outside,
      boolean mixed,
      Map<String, Long> types) {}

  /**
   * What mending all invalid shapes would do.
   *
   * @param lost shapes that would be empty or of another kind
   * @param areaBefore square metres of those that can be repaired, null where it cannot be told
   */
  public record Repairs(
      long repaired,
      long lost,
      @JsonProperty("area_before") @Nullable Double areaBefore,
      @JsonProperty("area_after") @Nullable Double areaAfter) {}

  /**
   * Whether a map service's displacement is in the file.
   *
   * @param suspect gcj02 or bd09, null for none
   * @param offsetMetres by which the suspected displacement moves the sample, 0 for none
   * @param pairs longitude and latitude in the file, and of the same thing in the reference layer
   * @param corrected what was taken back before the comparison, null for nothing
   */
  public record ShiftReport(
      @Nullable String suspect,
      double confidence,
      @JsonProperty("offset_metres") double offsetMetres,
      List<double[]> pairs,
      String reference,
      int sample,
      @Nullable String corrected) {}

  /**
   * Values of a field that its code list does not know, the most frequent first.
   *
   * @param count of all rows concerned
   * @param others rows with values that are not listed
   */
  public record Codes(
      String field, String codes, List<Violation> violations, long count, long others) {}

  public record Violation(String value, long count) {}

  /** Whether a key tells all rows apart. */
  public record Key(String field, boolean unique, long duplicates, long nulls) {}

  /**
   * One layer of the upload.
   *
   * @param geometry point, line, polygon, mixed or none
   * @param count features, those without geometry included
   * @param extent west, south, east, north in degrees; null where it cannot be told
   * @param nativeExtent the same in the file's own coordinates
   * @param problems the first of each kind
   * @param problemCount all of them, mere remarks included
   * @param publishable whether it can be published as it was read
   * @param faults how many problems the list of faults holds
   * @param faultyRows rows with at least one that is more than a remark
   */
  public record Dataset(
      int index,
      String name,
      String format,
      String geometry,
      @Nullable Encoding encoding,
      Reference crs,
      List<FieldReport> fields,
      long count,
      long withoutGeometry,
      long invalid,
      double @Nullable [] extent,
      double @Nullable [] nativeExtent,
      List<Problem> problems,
      long problemCount,
      Map<String, Long> problemCounts,
      List<Map<String, Object>> sample,
      boolean publishable,
      Shapes shapes,
      @Nullable Repairs repair,
      @Nullable ShiftReport shift,
      List<Codes> codes,
      List<Key> keys,
      long faults,
      @JsonProperty("faulty_rows") long faultyRows) {

    /** A layer that cannot be read at all. */
    public static Dataset unreadable(int index, String name, Finding finding) {
      return new Dataset(
          index,
          name,
          "",
          "none",
          null,
          Reference.of(null, List.of(), false),
          List.of(),
          0,
          0,
          0,
          null,
          null,
          List.of(Problem.of(finding)),
          1,
          Map.of(finding.defect().code(), 1L),
          List.of(),
          false,
          new Shapes(0, 0, 0, 0, 0, 0, 0, 0, false, Map.of()),
          null,
          null,
          List.of(),
          List.of(),
          0,
          0);
    }
  }

  /** Whether any layer could be published, perhaps after a choice of the user. */
  public boolean hasHope() {
    return datasets.stream().anyMatch(dataset -> dataset.count > 0);
  }

  /** Whether anything is wrong that is more than a remark. */
  public boolean hasFaults() {
    return Stream.concat(
            problems.stream(), datasets.stream().flatMap(dataset -> dataset.problems.stream()))
        .anyMatch(problem -> !problem.severity.equals(Severity.INFO.tag()));
  }

  /** What was found in one sentence, the worst first. */
  public Text gist() {
    List<Text> messages =
        Stream.concat(
                problems.stream(), datasets.stream().flatMap(dataset -> dataset.problems.stream()))
            .filter(problem -> !problem.severity.equals(Severity.INFO.tag()))
            .sorted(
                Comparator.comparing(
                    (Problem problem) -> !problem.severity.equals(Severity.ERROR.tag())))
            .limit(MOST_IN_GIST)
            .map(Problem::message)
            .toList();
    return messages.isEmpty()
        ? Text.of("文件中没有可发布的内容。", "The upload holds nothing that can be published.")
        : Text.of(
            messages.stream().map(Text::zh).collect(Collectors.joining("；")),
            messages.stream().map(Text::en).collect(Collectors.joining("; ")));
  }

  private static double rounded(double confidence) {
    return Math.round(confidence * 100) / 100.0;
  }
}

package org.citygis.ingest;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.citygis.ingest.crs.CrsCandidate;
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
record ImportReport(List<SentFile> files, List<Problem> problems, List<Dataset> datasets) {
  private static final int MOST_IN_GIST = 4;

  record SentFile(String name, long bytes) {}

  /**
   * @param row of the file, from 1; null where it concerns the whole
   */
  record Problem(@Nullable Long row, String code, String severity, Text message) {
    static Problem of(Finding finding) {
      return new Problem(
          finding.row() == 0 ? null : finding.row(),
          finding.defect().code(),
          finding.defect().severity().tag(),
          finding.message());
    }

    static List<Problem> of(Findings findings) {
      return findings.list().stream().map(Problem::of).toList();
    }
  }

  /** A text encoding with what the texts look like in the others. */
  record Encoding(String name, double confidence, String source, List<Candidate> candidates) {
    record Candidate(String name, double confidence, List<String> sample) {}

    static Encoding of(TextEncoding encoding) {
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
   * @param code null where none is known
   */
  record Reference(
      @Nullable String code, @Nullable String name, double confidence, List<Candidate> candidates) {
    record Candidate(String code, String name, double confidence) {}

    static Reference of(@Nullable CrsCandidate chosen, List<CrsCandidate> others) {
      List<Candidate> candidates =
          Stream.concat(Stream.ofNullable(chosen), others.stream())
              .map(it -> new Candidate(it.crs().code(), it.crs().name(), rounded(it.confidence())))
              .collect(
                  Collectors.toMap(
                      Candidate::code, it -> it, (first, again) -> first, LinkedHashMap::new))
              .values()
              .stream()
              .toList();
      return chosen == null
          ? new Reference(null, null, 0, candidates)
          : new Reference(
              chosen.crs().code(), chosen.crs().name(), rounded(chosen.confidence()), candidates);
    }
  }

  /**
   * @param type a catalogue field's type
   * @param sample the first value that is not empty
   */
  record FieldReport(
      String name, String original, String type, int width, @Nullable String sample) {}

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
   */
  record Dataset(
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
      boolean publishable) {

    /** A layer that cannot be read at all. */
    static Dataset unreadable(int index, String name, Finding finding) {
      return new Dataset(
          index,
          name,
          "",
          "none",
          null,
          Reference.of(null, List.of()),
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
          false);
    }
  }

  /** Whether any layer could be published, perhaps after a choice of the user. */
  boolean hasHope() {
    return datasets.stream().anyMatch(dataset -> dataset.count > 0);
  }

  /** What was found in one sentence, the worst first. */
  Text gist() {
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

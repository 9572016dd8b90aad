package org.citygis.ingest.shapefile;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.citygis.ingest.source.Defect;
import org.citygis.ingest.source.Findings;
import org.citygis.ingest.source.TextEncoding;
import org.citygis.ingest.source.TextEncoding.Candidate;
import org.citygis.ingest.source.TextEncoding.Origin;
import org.jspecify.annotations.Nullable;

/**
 * Decides how a .dbf's text is decoded: as the user says, else as the .cpg says, else as the
 * language byte says, else by what the bytes look like. Marks are believed only where the text can
 * be decoded by them.
 */
final class EncodingChoice {
  private static final int SAMPLES_SHOWN = 10;
  private static final Charset GB18030 = Charset.forName("GB18030");
  private static final Charset BIG5 = Charset.forName("x-windows-950");
  private static final Charset LATIN = Charset.forName("windows-1252");

  private final TextSample sample;
  private final Findings findings;

  private EncodingChoice(TextSample sample, Findings findings) {
    this.sample = sample;
    this.findings = findings;
  }

  /**
   * @param cpg the content of the .cpg, null where there is none
   */
  static TextEncoding choose(
      DbfTable table, @Nullable Charset wanted, @Nullable String cpg, Findings findings)
      throws IOException {
    return new EncodingChoice(TextSample.take(table), findings).choose(table.ldid(), wanted, cpg);
  }

  private TextEncoding choose(int ldid, @Nullable Charset wanted, @Nullable String cpg) {
    if (wanted != null) {
      return encoding(wanted, 1, Origin.USER);
    }
    if (cpg != null && !cpg.isBlank()) {
      Optional<Charset> named = CodePages.findByName(cpg);
      if (named.isEmpty()) {
        findings.add(0, Defect.ENCODING_MARK_UNKNOWN, cpg.strip());
      } else if (sample.fits(named.get())) {
        return encoding(named.get(), 0.98, Origin.CPG);
      } else {
        findings.add(0, Defect.ENCODING_MARK_WRONG, ".cpg", cpg.strip());
      }
    }
    Optional<Charset> byLanguage = CodePages.findByLanguageByte(ldid);
    if (byLanguage.isPresent()) {
      if (sample.fits(byLanguage.get())) {
        return encoding(byLanguage.get(), 0.95, Origin.LDID);
      }
      findings.add(0, Defect.ENCODING_MARK_WRONG, "LDID", byLanguage.get());
    }
    return detected();
  }

  private TextEncoding detected() {
    if (sample.isAscii()) {
      return encoding(StandardCharsets.UTF_8, 1, Origin.DETECTED);
    }
    Charset charset =
        sample.fits(StandardCharsets.UTF_8)
            ? StandardCharsets.UTF_8
            : sample.fits(GB18030) && sample.commonHanzi(GB18030) > 0.5 ? GB18030 : LATIN;
    findings.add(0, Defect.ENCODING_GUESSED, charset);
    return encoding(charset, likelihood(charset), Origin.DETECTED);
  }

  private TextEncoding encoding(Charset charset, double confidence, Origin origin) {
    if (sample.isAscii()) {
      return new TextEncoding(charset, confidence, origin, List.of());
    }
    List<Candidate> others = new ArrayList<>();
    for (Charset other : List.of(StandardCharsets.UTF_8, GB18030, BIG5, LATIN)) {
      if (!other.equals(charset)) {
        others.add(new Candidate(other, likelihood(other), sample.decoded(other, SAMPLES_SHOWN)));
      }
    }
    others.sort(Comparator.comparingDouble(Candidate::confidence).reversed());
    others.addFirst(new Candidate(charset, confidence, sample.decoded(charset, SAMPLES_SHOWN)));
    return new TextEncoding(charset, confidence, origin, others);
  }

  /** Between 0 and 1; only good for ranking. */
  private double likelihood(Charset charset) {
    if (!sample.fits(charset)) {
      return 0;
    }
    if (charset.equals(StandardCharsets.UTF_8)) {
      return 0.99;
    }
    if (charset.equals(GB18030) || charset.equals(BIG5)) {
      return 0.9 * sample.commonHanzi(charset);
    }
    return 0.3;
  }

  /** The content of a .cpg file, without a byte order mark; only its first line counts. */
  static String cpgText(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8).replace("\uFEFF", "").replace("\0", "");
    return text.lines().map(String::strip).filter(line -> !line.isEmpty()).findFirst().orElse("");
  }
}

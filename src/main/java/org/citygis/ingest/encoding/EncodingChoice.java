package org.citygis.ingest.encoding;

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
 * Decides how a file's text is decoded: as the user says, else as a mark says (.cpg, language
 * byte), else by what the bytes look like. Marks are believed only where the text can be decoded by
 * them.
 */
public final class EncodingChoice {
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
   * What a file says about its encoding.
   *
   * @param where such as {@code .cpg}, for messages
   * @param said as it stands there
   * @param charset null where no encoding is called so
   */
  public record Mark(
      String where, String said, @Nullable Charset charset, double confidence, Origin origin) {
    /** The content of a .cpg file; empty where it is blank. */
    public static Optional<Mark> ofCpg(byte[] content) {
      String text = cpgText(content);
      return text.isBlank()
          ? Optional.empty()
          : Optional.of(
              new Mark(".cpg", text, CodePages.findByName(text).orElse(null), 0.98, Origin.CPG));
    }

    /** The language byte of a .dbf; empty where it says nothing. */
    public static Optional<Mark> ofLanguageByte(int ldid) {
      return CodePages.findByLanguageByte(ldid)
          .map(charset -> new Mark("LDID", charset.name(), charset, 0.95, Origin.LDID));
    }
  }

  /**
   * Decides how a file's text is decoded.
   *
   * @param marks in the order in which they are believed
   * @param wanted what the user chose
   */
  public static TextEncoding choose(
      TextSample sample, List<Mark> marks, @Nullable Charset wanted, Findings findings) {
    return new EncodingChoice(sample, findings).choose(marks, wanted);
  }

  private TextEncoding choose(List<Mark> marks, @Nullable Charset wanted) {
    if (wanted != null) {
      return encoding(wanted, 1, Origin.USER);
    }
    for (Mark mark : marks) {
      if (mark.charset() == null) {
        findings.add(0, Defect.ENCODING_MARK_UNKNOWN, mark.said());
      } else if (sample.fits(mark.charset())) {
        return encoding(mark.charset(), mark.confidence(), mark.origin());
      } else {
        findings.add(0, Defect.ENCODING_MARK_WRONG, mark.where(), mark.said());
      }
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
  private static String cpgText(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8).replace("\uFEFF", "").replace("\0", "");
    return text.lines().map(String::strip).filter(line -> !line.isEmpty()).findFirst().orElse("");
  }
}

package org.citygis.ingest.encoding;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.citygis.ingest.source.FileSet;
import org.citygis.ingest.source.Findings;
import org.citygis.ingest.source.TextEncoding;
import org.jspecify.annotations.Nullable;

/**
 * A file of text: its encoding, and how many bytes of a byte order mark to leave out.
 *
 * @param skip bytes
 */
public record TextFile(Path path, TextEncoding encoding, int skip) {
  private static final int LONGEST_LINE = 4_096;
  private static final int CPG = 256;

  /**
   * Decides how a file is decoded; a byte order mark counts most.
   *
   * @param files those beside it, among which a .cpg may be
   * @param said marks within the file
   * @param wanted what the user chose
   */
  public static TextFile of(
      FileSet files,
      Path path,
      List<EncodingChoice.Mark> said,
      @Nullable Charset wanted,
      Findings findings)
      throws IOException {
    byte[] head = head(path, 3);
    Charset marked = byteOrderMark(head);
    int skip = marked == null ? 0 : marked.equals(StandardCharsets.UTF_8) ? 3 : 2;
    if (marked != null && (wanted == null || !marked.equals(StandardCharsets.UTF_8))) {
      return new TextFile(
          path, new TextEncoding(marked, 1, TextEncoding.Origin.FORMAT, List.of()), skip);
    }
    List<EncodingChoice.Mark> marks = new ArrayList<>(said);
    Path cpg = files.find("cpg").orElse(null);
    if (cpg != null) {
      EncodingChoice.Mark.ofCpg(head(cpg, CPG)).ifPresent(marks::add);
    }
    return new TextFile(path, EncodingChoice.choose(sample(path), marks, wanted, findings), skip);
  }

  /** The text from its beginning. */
  public Reader open() throws IOException {
    InputStream in = Files.newInputStream(path);
    in.skipNBytes(skip);
    return new InputStreamReader(in, encoding.charset());
  }

  /** The first characters. */
  public String head(int most) throws IOException {
    try (Reader text = open()) {
      char[] head = new char[most];
      int length = 0;
      for (int read = 0; read >= 0 && length < most; length += Math.max(read, 0)) {
        read = text.read(head, length, most - length);
      }
      return new String(head, 0, length);
    }
  }

  private static byte[] head(Path path, int most) throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      return in.readNBytes(most);
    }
  }

  private static @Nullable Charset byteOrderMark(byte[] head) {
    int first = head.length < 2 ? 0 : (head[0] & 0xFF) << 8 | head[1] & 0xFF;
    if (first == 0xEFBB && head.length > 2 && (head[2] & 0xFF) == 0xBF) {
      return StandardCharsets.UTF_8;
    }
    return first == 0xFFFE
        ? StandardCharsets.UTF_16LE
        : first == 0xFEFF ? StandardCharsets.UTF_16BE : null;
  }

  /** Lines that are not plain ASCII, as far as enough of them are found. */
  private static TextSample sample(Path path) throws IOException {
    TextSample sample = new TextSample();
    byte[] line = new byte[LONGEST_LINE];
    int length = 0;
    boolean within = false;
    try (InputStream in = Files.newInputStream(path)) {
      byte[] chunk = new byte[1 << 16];
      for (int read = in.read(chunk); read >= 0 && sample.hasRoom(); read = in.read(chunk)) {
        for (int i = 0; i < read; i++) {
          byte b = chunk[i];
          boolean ends = b == '\n' || b == '\r';
          if (ends || length == LONGEST_LINE) {
            sample.add(line, 0, length, !ends);
            length = 0;
            within = !ends;
          }
          // What follows a cut may be half a character; below '0' no encoding has such a half.
          within = within && (b < 0 || b >= '0');
          if (!ends && !within) {
            line[length++] = b;
          }
        }
      }
    }
    sample.add(line, 0, length, false);
    return sample;
  }
}

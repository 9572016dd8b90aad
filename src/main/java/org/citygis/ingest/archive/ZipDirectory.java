package org.citygis.ingest.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.citygis.ingest.source.Defect;
import org.citygis.ingest.source.Finding;
import org.citygis.ingest.source.Findings;
import org.citygis.ingest.source.UnreadableFile;

/** What can be known of a zip file before its entries are read. */
final class ZipDirectory {
  private static final Charset GB18030 = Charset.forName("GB18030");
  private static final int END_RECORD = 22;
  private static final int END = 0x06054B50;
  private static final int LONGEST_COMMENT = 0xFFFF;

  /** Where an archive is too large for its end record (zip64), one of 64 bits stands before it. */
  private static final int LOCATOR = 20;

  private static final int END_64_LOCATOR = 0x07064B50;
  private static final int END_64_RECORD = 56;
  private static final int END_64 = 0x06064B50;

  /** The directory is held in memory while a zip is open. */
  private static final long MOST_DIRECTORY_BYTES = 16L << 20;

  private ZipDirectory() {}

  static boolean isZip(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] head = in.readNBytes(4);
      return head.length == 4
          && head[0] == 'P'
          && head[1] == 'K'
          && ((head[2] == 3 && head[3] == 4) || (head[2] == 5 && head[3] == 6));
    }
  }

  /** Refuses what would take too much memory only to be listed; says the truth or too much. */
  static void check(Path file, String shown, ArchiveLimits limits)
      throws IOException, UnreadableFile {
    try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
      int length = (int) Math.min(in.length(), END_RECORD + LONGEST_COMMENT);
      long start = in.length() - length;
      ByteBuffer tail = read(in, start, length);
      // A comment may hold what looks like the end: every one counts.
      for (int at = length - END_RECORD; at >= 0; at--) {
        if (tail.getInt(at) == END) {
          check(
              Short.toUnsignedInt(tail.getShort(at + 10)),
              Integer.toUnsignedLong(tail.getInt(at + 12)),
              shown,
              limits,
              start + at,
              in);
        }
      }
    }
  }

  /**
   * @param entries and the bytes of the directory, both all ones where a larger record has them
   * @param end where the end record lies
   */
  private static void check(
      long entries, long bytes, String shown, ArchiveLimits limits, long end, RandomAccessFile in)
      throws IOException, UnreadableFile {
    boolean large = entries == 0xFFFF || bytes == 0xFFFFFFFFL;
    if (large && end >= LOCATOR) {
      ByteBuffer locator = read(in, end - LOCATOR, LOCATOR);
      long at = locator.getLong(8);
      if (locator.getInt(0) == END_64_LOCATOR && at >= 0 && at <= end - END_64_RECORD) {
        ByteBuffer record = read(in, at, END_64_RECORD);
        if (record.getInt(0) == END_64) {
          refuseLarge(record.getLong(32), record.getLong(40), shown, limits);
          return;
        }
      }
    }
    refuseLarge(entries, bytes, shown, limits);
  }

  private static void refuseLarge(long entries, long bytes, String shown, ArchiveLimits limits)
      throws UnreadableFile {
    if (entries < 0 || entries > limits.entries() || bytes < 0 || bytes > MOST_DIRECTORY_BYTES) {
      throw new UnreadableFile(
          Finding.of(
              0,
              Defect.ARCHIVE_TOO_MANY_ENTRIES,
              shown,
              Long.toUnsignedString(entries),
              limits.entries()));
    }
  }

  private static ByteBuffer read(RandomAccessFile in, long at, int length) throws IOException {
    byte[] bytes = new byte[length];
    in.seek(at);
    in.readFully(bytes);
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** Opens with names in UTF-8, or in GB18030 as older Chinese tools write them. */
  static ZipFile open(Path file, String shown, Findings findings)
      throws IOException, UnreadableFile {
    try {
      return new ZipFile(file.toFile(), StandardCharsets.UTF_8);
    } catch (ZipException e) {
      if (String.valueOf(e.getMessage()).contains("encrypted")) {
        throw new UnreadableFile(Finding.of(0, Defect.ARCHIVE_ENCRYPTED, shown), e);
      }
    }
    ZipFile zip = new ZipFile(file.toFile(), GB18030);
    findings.add(0, Defect.ARCHIVE_NAMES_GBK, shown);
    return zip;
  }

  /** The encoding of the names of an archive that opens. */
  static Charset namesOf(Path file) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8)) {
      return zip.size() >= 0 ? StandardCharsets.UTF_8 : GB18030;
    } catch (ZipException notUtf8) {
      return GB18030;
    }
  }
}

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
  private static final int LONGEST_COMMENT = 0xFFFF;

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

  /** Refuses what would take too much memory only to be listed. */
  static void check(Path file, String shown, ArchiveLimits limits)
      throws IOException, UnreadableFile {
    try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
      int length = (int) Math.min(in.length(), END_RECORD + LONGEST_COMMENT);
      byte[] tail = new byte[length];
      in.seek(in.length() - length);
      in.readFully(tail);
      ByteBuffer bytes = ByteBuffer.wrap(tail).order(ByteOrder.LITTLE_ENDIAN);
      for (int at = length - END_RECORD; at >= 0; at--) {
        if (bytes.getInt(at) == 0x06054B50) {
          int entries = Short.toUnsignedInt(bytes.getShort(at + 10));
          long size = Integer.toUnsignedLong(bytes.getInt(at + 12));
          boolean zip64 = entries == 0xFFFF || size == 0xFFFFFFFFL;
          if (entries > limits.entries() || zip64 || size > MOST_DIRECTORY_BYTES) {
            throw new UnreadableFile(
                Finding.of(
                    0,
                    Defect.ARCHIVE_TOO_MANY_ENTRIES,
                    shown,
                    zip64 ? "> 65534" : entries,
                    limits.entries()));
          }
          return;
        }
      }
    }
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

package org.citygis.ingest.source;

import java.io.IOException;

/** A file, or one layer of it, cannot be read at all; the finding says what and where. */
public final class UnreadableFile extends Exception {
  private final transient Finding finding;

  public UnreadableFile(Finding finding) {
    super(finding.message().en());
    this.finding = finding;
  }

  public UnreadableFile(Finding finding, Throwable cause) {
    super(finding.message().en(), cause);
    this.finding = finding;
  }

  /** The disk or the channel failed while the file was read. */
  public static UnreadableFile broken(String name, IOException cause) {
    String reason =
        cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    return new UnreadableFile(Finding.of(0, Defect.FILE_UNREADABLE, name, reason), cause);
  }

  public Finding finding() {
    return finding;
  }
}

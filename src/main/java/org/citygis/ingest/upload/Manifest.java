package org.citygis.ingest.upload;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is kept on disk about an upload, beside its files.
 *
 * @param touched when something was last added
 */
record Manifest(String id, String owner, Instant created, Instant touched, List<Entry> files) {
  static final String NAME = "upload.json";

  /**
   * One file.
   *
   * @param name as it was sent, without any path
   * @param size in the end
   * @param sha256 of the whole, in lower-case hexadecimal; null where the sender did not tell
   * @param received how many bytes are on the disk for certain
   */
  record Entry(String name, long size, @Nullable String sha256, long received) {}
}

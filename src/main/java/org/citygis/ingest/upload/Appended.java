package org.citygis.ingest.upload;

/**
 * What became of a piece.
 *
 * @see UploadFile#append
 */
sealed interface Appended {
  /** Where the next piece has to begin. */
  long offset();

  /** It is on the disk. */
  record Confirmed(long offset) implements Appended {}

  /** It does not begin where the last one ended; nothing was written. */
  record WrongOffset(long offset) implements Appended {}

  /** It is not what its checksum says; nothing of it was kept. */
  record Damaged(long offset) implements Appended {}

  /** The file is whole and not what its checksum says; it begins anew. */
  record WholeDamaged(long offset) implements Appended {}

  /** It is longer than a piece may be or than the file is to be; nothing of it was kept. */
  record TooLong(long offset, long most) implements Appended {}

  /** Another piece of the same file is being written. */
  record Busy(long offset) implements Appended {}
}

package org.citygis.ingest.source;

/** How large one record of a file may be, by the heap there is: several are worked on at once. */
public final class RecordLimit {
  private static final long HEAP = Runtime.getRuntime().maxMemory();

  /** Bytes of one binary record: 512 MB, or less where the heap is small. */
  public static final int BYTES = (int) Math.min(512L << 20, HEAP / 8);

  /** Characters of one record of text, whose parts become objects of several times its size. */
  public static final int CHARACTERS = (int) Math.min(64L << 20, HEAP / 32);

  /** Positions of one geometry that is built of objects. */
  public static final int POSITIONS = (int) Math.min(32L << 20, HEAP / 256);

  /** Fields of one layer. */
  public static final int FIELDS = 1_600;

  private RecordLimit() {}
}

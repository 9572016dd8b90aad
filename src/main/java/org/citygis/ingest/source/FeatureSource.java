package org.citygis.ingest.source;

import java.util.List;
import java.util.Optional;

/**
 * One layer of a file that somebody sent: its fields, and its features as a stream. A source never
 * holds its layer in memory, never writes into the file, and may be read several times.
 */
public interface FeatureSource extends AutoCloseable {
  /** What the layer is called in the file, for display only. */
  String name();

  /** The name of the format for display, such as {@code Shapefile}. */
  String format();

  /** The kind of geometry the file declares. */
  Shape shape();

  /** The fields in the order of {@link SourceFeature#values()}. */
  List<SourceField> fields();

  /**
   * How many rows the file seems to have, deleted ones included; for progress, not for counting.
   */
  long rows();

  /** How text was decoded; empty for a source without text. */
  Optional<TextEncoding> encoding();

  /** What the file says about its reference system. */
  ReferenceClue reference();

  /** What was found wrong so far; grows while the source is read. */
  Findings findings();

  /**
   * Reads all features from the start, in the order of the file. What is wrong with single rows is
   * added to {@link #findings()} and does not stop the reading.
   *
   * @throws UnreadableFile where the file breaks off or cannot be read
   */
  <E extends Exception> void read(FeatureReader<E> reader) throws UnreadableFile, E;

  @Override
  void close();
}

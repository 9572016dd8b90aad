package org.citygis.ingest;

import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.citygis.ingest.source.FeatureReader;
import org.citygis.ingest.source.FeatureSource;
import org.citygis.ingest.source.Findings;
import org.citygis.ingest.source.ReferenceClue;
import org.citygis.ingest.source.Shape;
import org.citygis.ingest.source.SourceField;
import org.citygis.ingest.source.TextEncoding;
import org.citygis.ingest.source.UnreadableFile;

/** A source that tells how many features were read of it, every thousand. */
final class WatchedSource implements FeatureSource {
  private static final int TELL_EVERY = 1_000;

  private final FeatureSource source;
  private final LongConsumer progress;

  /**
   * @param progress what it throws ends the reading
   */
  WatchedSource(FeatureSource source, LongConsumer progress) {
    this.source = source;
    this.progress = progress;
  }

  @Override
  public String name() {
    return source.name();
  }

  @Override
  public String format() {
    return source.format();
  }

  @Override
  public Shape shape() {
    return source.shape();
  }

  @Override
  public List<SourceField> fields() {
    return source.fields();
  }

  @Override
  public long rows() {
    return source.rows();
  }

  @Override
  public Optional<TextEncoding> encoding() {
    return source.encoding();
  }

  @Override
  public ReferenceClue reference() {
    return source.reference();
  }

  @Override
  public Findings findings() {
    return source.findings();
  }

  @Override
  public <E extends Exception> void read(FeatureReader<E> reader) throws UnreadableFile, E {
    long[] read = new long[1];
    source.read(
        feature -> {
          if (++read[0] % TELL_EVERY == 0) {
            progress.accept(read[0]);
          }
          reader.take(feature);
        });
  }

  @Override
  public void close() {
    source.close();
  }
}

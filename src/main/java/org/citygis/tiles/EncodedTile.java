package org.citygis.tiles;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * A finished tile as it is kept and sent.
 *
 * @param gzip the compressed bytes; none for an empty tile
 */
record EncodedTile(byte[] gzip) {
  private static final EncodedTile EMPTY = new EncodedTile(new byte[0]);

  static EncodedTile of(byte @Nullable [] tile) {
    if (tile == null) {
      return EMPTY;
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(tile.length / 2 + 64);
    try (FastGzip zip = new FastGzip(bytes)) {
      zip.write(tile);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new EncodedTile(bytes.toByteArray());
  }

  boolean isEmpty() {
    return gzip.length == 0;
  }

  /** The bytes for a client that does not understand gzip. */
  byte[] plain() {
    try (GZIPInputStream zip = new GZIPInputStream(new ByteArrayInputStream(gzip))) {
      return zip.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The lowest level: a tile is 5 % larger than at the default level, in a third of the time. */
  private static final class FastGzip extends GZIPOutputStream {
    FastGzip(ByteArrayOutputStream out) throws IOException {
      super(out, 8192);
      def.setLevel(Deflater.BEST_SPEED);
    }
  }
}

package org.citygis.tiles;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * A finished tile as it is kept and sent.
 *
 * @param gzip the compressed bytes; none for an empty tile
 */
record EncodedTile(byte[] gzip) {
  private static final EncodedTile EMPTY = new EncodedTile(new byte[0]);

  static EncodedTile of(byte @Nullable [] tile) {
    return tile == null || tile.length == 0 ? EMPTY : new EncodedTile(Gzip.of(tile));
  }

  /** One tile with the layers of all; a tile is nothing but its layers. */
  static EncodedTile join(List<EncodedTile> tiles) {
    List<EncodedTile> filled = tiles.stream().filter(tile -> !tile.isEmpty()).toList();
    if (filled.size() == 1) {
      return filled.get(0);
    }
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    filled.forEach(tile -> all.writeBytes(tile.plain()));
    return of(all.toByteArray());
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
}

package org.citygis.tiles;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPOutputStream;
import org.citygis.catalog.OpenLayer;
import org.citygis.geo.Box;
import org.citygis.packed.Hilbert;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes all tiles of a layer into one PMTiles archive, version 3, in the order of their numbers.
 * Tiles with the same bytes are kept once.
 */
final class Archive {
  /** Tiles of more zooms than this are drawn from those of this one: it has all points. */
  static final int LAST_ZOOM = 16;

  /** More would be a country, not a city. */
  static final long MOST_TILES = 2_000_000;

  private record Piece(long offset, int length) {}

  private record Digest(long first, long second) {}

  private final Tiles tiles;
  private final OpenLayer layer;
  private final TileLimits limits;
  private final ArchiveDirectory directory = new ArchiveDirectory();
  private final Map<Digest, Piece> pieces = new HashMap<>();
  private final MessageDigest digests;
  private long length;
  private int minZoom = LAST_ZOOM;
  private int maxZoom;

  Archive(Tiles tiles, OpenLayer layer) {
    this.tiles = tiles;
    this.layer = layer;
    limits = TileLimits.of(List.of(layer), TileMatrixSet.WEB_MERCATOR_QUAD);
    try {
      digests = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JVM knows SHA-256", e);
    }
  }

  /** How many tiles there may be. */
  long size() {
    return limits.ranges().stream().filter(Archive::isKept).mapToLong(Archive::size).sum();
  }

  private static boolean isKept(TileLimits.Range range) {
    return Integer.parseInt(range.tileMatrix()) <= LAST_ZOOM;
  }

  private static long size(TileLimits.Range range) {
    return (long) (range.maxTileRow() - range.minTileRow() + 1)
        * (range.maxTileCol() - range.minTileCol() + 1);
  }

  /**
   * Cuts all tiles and writes the archive.
   *
   * @param metadata what the archive says of itself: TileJSON's names and vector_layers
   * @param file the name that it gets when it is whole
   */
  void writeTo(Path file, Map<String, Object> metadata) throws IOException {
    Path data = file.resolveSibling(file.getFileName() + ".data");
    Path unfinished = file.resolveSibling(file.getFileName() + ".new");
    try {
      try (OutputStream out = Files.newOutputStream(data)) {
        for (TileLimits.Range range : limits.ranges()) {
          if (isKept(range)) {
            cut(range, out);
          }
        }
      }
      try (OutputStream out = Files.newOutputStream(unfinished)) {
        ArchiveDirectory.Encoded encoded = directory.encode();
        byte[] about = gzip(JsonMapper.builder().build().writeValueAsBytes(metadata));
        out.write(head(encoded, about.length).bytes());
        out.write(encoded.root());
        out.write(about);
        out.write(encoded.leaves());
        Files.copy(data, out);
      }
      Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(data);
      Files.deleteIfExists(unfinished);
    }
  }

  private ArchiveHead head(ArchiveDirectory.Encoded encoded, int metadata) {
    Box box = limits.box();
    return new ArchiveHead(
        encoded.root().length,
        metadata,
        encoded.leaves().length,
        length,
        directory.addressed(),
        directory.entries(),
        pieces.size(),
        Math.min(minZoom, maxZoom),
        maxZoom,
        box == null ? new Box(-180, -85, 180, 85) : box);
  }

  private void cut(TileLimits.Range range, OutputStream out) throws IOException {
    int z = Integer.parseInt(range.tileMatrix());
    int columns = range.maxTileCol() - range.minTileCol() + 1;
    long[] order = new long[(int) size(range)];
    Map<Long, Integer> places = HashMap.newHashMap(order.length);
    for (int i = 0; i < order.length; i++) {
      order[i] = number(z, range.minTileCol() + i % columns, range.minTileRow() + i / columns);
      places.put(order[i], i);
    }
    Arrays.sort(order);
    for (long number : order) {
      int i = Objects.requireNonNull(places.get(number));
      TileAddress tile =
          new TileAddress(
              TileMatrixSet.WEB_MERCATOR_QUAD,
              z,
              range.minTileCol() + i % columns,
              range.minTileRow() + i / columns);
      byte[] plain = tiles.cut(layer, tile);
      if (plain != null) {
        Piece piece = keep(plain, out);
        directory.add(number, piece.offset, piece.length);
        minZoom = Math.min(minZoom, z);
        maxZoom = Math.max(maxZoom, z);
      }
      if (Thread.currentThread().isInterrupted()) {
        throw new IOException("interrupted");
      }
    }
  }

  private Piece keep(byte[] plain, OutputStream out) throws IOException {
    ByteBuffer digest = ByteBuffer.wrap(digests.digest(plain));
    Digest key = new Digest(digest.getLong(), digest.getLong());
    Piece known = pieces.get(key);
    if (known != null) {
      return known;
    }
    byte[] compressed = gzip(plain);
    out.write(compressed);
    Piece piece = new Piece(length, compressed.length);
    pieces.put(key, piece);
    length += compressed.length;
    return piece;
  }

  /** The number of a tile: first all tiles of lower zooms, then along the Hilbert curve. */
  static long number(int z, int x, int y) {
    long before = ((1L << (2 * z)) - 1) / 3;
    return before + (z == 0 ? 0 : Hilbert.along(x, y, z));
  }

  /** At the default level: written once, read by many. */
  private static byte[] gzip(byte[] plain) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
      zip.write(plain);
    }
    return bytes.toByteArray();
  }
}

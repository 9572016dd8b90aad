package org.citygis.tiles;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;

/**
 * Finished tiles within a budget of memory; several requests for a tile that is being cut wait for
 * the one cutting.
 */
final class TileCache<K> {
  /** What an entry costs beside its bytes: key, future, nodes. */
  private static final int OVERHEAD_BYTES = 400;

  private final AsyncCache<K, EncodedTile> tiles;

  TileCache(DataSize budget) {
    tiles =
        Caffeine.newBuilder()
            .maximumWeight(budget.toBytes())
            .weigher((K key, EncodedTile tile) -> tile.gzip().length + OVERHEAD_BYTES)
            .buildAsync();
  }

  /** The tile if it is there and finished. */
  @Nullable EncodedTile find(K key) {
    CompletableFuture<EncodedTile> known = tiles.getIfPresent(key);
    return known != null && known.state() == Future.State.SUCCESS ? known.resultNow() : null;
  }

  EncodedTile get(K key, Supplier<EncodedTile> cutter) {
    CompletableFuture<EncodedTile> mine = new CompletableFuture<>();
    CompletableFuture<EncodedTile> other = tiles.asMap().putIfAbsent(key, mine);
    if (other != null) {
      return result(other);
    }
    try {
      EncodedTile tile = cutter.get();
      mine.complete(tile);
      return tile;
    } catch (RuntimeException | Error e) {
      // The cache forgets a failure, so that the next request tries again.
      mine.completeExceptionally(e);
      throw e;
    }
  }

  private static EncodedTile result(CompletableFuture<EncodedTile> future) {
    try {
      return future.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }
}

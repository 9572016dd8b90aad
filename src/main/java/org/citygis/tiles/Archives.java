package org.citygis.tiles;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.citygis.catalog.OpenLayer;
import org.citygis.problem.Problem;
import org.citygis.text.Lang;
import org.citygis.text.Text;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The PMTiles archives of public layers: made when first asked for, one after the other, and kept
 * in {@code archives/} of the data folder until the layer changes.
 */
@Component
class Archives implements AutoCloseable {
  private static final String ENDING = ".pmtiles";

  private final Tiles tiles;
  private final TileProperties properties;
  private final Path folder;
  private final Map<String, CompletableFuture<Path>> making = new ConcurrentHashMap<>();
  private final ExecutorService worker =
      Executors.newSingleThreadExecutor(
          work -> {
            Thread thread = new Thread(work, "archiving");
            thread.setDaemon(true);
            thread.setPriority(Thread.MIN_PRIORITY);
            return thread;
          });

  Archives(Tiles tiles, TileProperties properties, @Value("${citygis.data}") Path data) {
    this.tiles = tiles;
    this.properties = properties;
    this.folder = data.resolve("archives");
  }

  /**
   * The file of the layer as it is now.
   *
   * @throws Problem.Forbidden when not everybody may see all of the layer
   * @throws Problem.TooLarge when it would have too many tiles
   * @throws Problem.Unavailable while it is being made for longer than a request waits
   */
  Path get(OpenLayer layer) {
    if (!TileAnswers.isForAll(layer)) {
      throw new Problem.Forbidden(
          Text.of("只有公开图层可以导出为瓦片包。", "Only public layers are exported as an archive of tiles."));
    }
    Archive archive = new Archive(tiles, layer);
    if (archive.size() > Archive.MOST_TILES) {
      throw new Problem.TooLarge(
          Text.of(
              "瓦片包将有 %d 个瓦片，至多 %d 个。".formatted(archive.size(), Archive.MOST_TILES),
              "The archive would have %d tiles; at most %d are made."
                  .formatted(archive.size(), Archive.MOST_TILES)));
    }
    // The state names the layer first, and the version and revision of its data.
    String name = tiles.state(layer) + ENDING;
    Path file = folder.resolve(name);
    if (Files.exists(file)) {
      return file;
    }
    CompletableFuture<Path> made =
        making.computeIfAbsent(
            name,
            key ->
                CompletableFuture.supplyAsync(() -> make(archive, layer, file), worker)
                    .whenComplete((path, failure) -> making.remove(key)));
    return await(made);
  }

  private Path await(CompletableFuture<Path> made) {
    try {
      return made.get(properties.archivePatience().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new Problem.Unavailable(
          Text.of("瓦片包正在制作，请稍后再取。", "The archive is being made; come for it a little later."));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Problem.Unavailable(Text.of("服务正在停止。", "The service is stopping."));
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : new CompletionException(e);
    }
  }

  private Path make(Archive archive, OpenLayer layer, Path file) {
    try {
      Files.createDirectories(folder);
      archive.writeTo(file, metadata(layer));
      sweep(layer.layer().id(), file);
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, Object> metadata(OpenLayer layer) {
    TileJson described = TileJson.of(layer, "", Lang.EN);
    Map<String, Object> metadata = new LinkedHashMap<>();
    metadata.put("name", layer.definition().title().in(Lang.ZH));
    metadata.put("description", layer.definition().summary().in(Lang.ZH));
    if (layer.definition().attribution() != null) {
      metadata.put("attribution", layer.definition().attribution().in(Lang.ZH));
    }
    metadata.put("type", "overlay");
    metadata.put("version", layer.layer().etag());
    metadata.put("vector_layers", described.vectorLayers());
    return metadata;
  }

  /** Deletes the archives of other states of a layer. */
  private void sweep(String layer, Path keep) throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, layer + ".*" + ENDING)) {
      for (Path file : files) {
        if (!file.equals(keep)) {
          Files.deleteIfExists(file);
        }
      }
    }
  }

  @Override
  public void close() {
    worker.shutdownNow();
  }
}

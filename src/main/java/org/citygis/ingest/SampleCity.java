package org.citygis.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.citygis.catalog.Layer;
import org.citygis.catalog.LayerDefinition;
import org.citygis.catalog.Layers;
import org.citygis.geo.Crs;
import org.citygis.ingest.archive.Received;
import org.citygis.ingest.archive.Unpacked;
import org.citygis.ingest.archive.Unpacker;
import org.citygis.ingest.archive.Workspace;
import org.citygis.ingest.crs.CrsCandidate;
import org.citygis.ingest.crs.ReferenceSystems;
import org.citygis.ingest.mapping.FieldMapping;
import org.citygis.ingest.source.FeatureSource;
import org.citygis.ingest.source.UnreadableFile;
import org.citygis.security.User;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/**
 * Loads the first version of every declared layer that names a file in the sample data, before the
 * application says that it is ready. Goes the way of any import.
 */
@Component
final class SampleCity implements ApplicationRunner {
  private static final Logger LOG = LoggerFactory.getLogger(SampleCity.class);

  private final Layers layers;
  private final LayerLoader loader;
  private final ReferenceSystems systems;
  private final ImportSettings settings;
  private final Path folder;
  private final Path workspaces;

  SampleCity(
      Layers layers,
      LayerLoader loader,
      ReferenceSystems systems,
      ImportSettings settings,
      @Value("${citygis.sample-data}") Path folder,
      @Value("${citygis.data}/imports") Path workspaces) {
    this.layers = layers;
    this.loader = loader;
    this.systems = systems;
    this.settings = settings;
    this.folder = folder;
    this.workspaces = workspaces;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    List<LayerDefinition> wanted =
        layers.all().stream()
            .filter(layer -> layer.version() == null)
            .map(Layer::definition)
            .filter(definition -> definition.source() != null)
            .toList();
    if (wanted.isEmpty()) {
      return;
    }
    if (!Files.isDirectory(folder)) {
      LOG.warn(
          "{} layers have no data: there is no folder {}",
          wanted.size(),
          folder.toAbsolutePath().normalize());
      return;
    }
    LOG.info("Loading {} layers of the sample city", wanted.size());
    long start = System.nanoTime();
    wanted.forEach(this::load);
    LOG.info("Sample city loaded in {} ms", Duration.ofNanos(System.nanoTime() - start).toMillis());
  }

  /** One after the other: on H2 nothing else may be created while an index is built. */
  private void load(LayerDefinition definition) {
    String file = String.valueOf(definition.source());
    long start = System.nanoTime();
    try (Workspace workspace = Workspace.in(workspaces)) {
      Path path = folder.resolve(file);
      if (!Files.isRegularFile(path)) {
        throw new SampleCityFailure(definition.id(), path, "there is no such file", null);
      }
      Unpacked unpacked =
          Unpacker.unpack(
              List.of(new Received(file, path)),
              workspace,
              settings.archives(),
              settings.problems());
      try (FeatureSource source =
          Formats.open(unpacked.layers().getFirst(), null, settings.problems())) {
        LayerLoader.Loaded loaded = load(definition, source, path);
        LOG.info(
            "Layer {}: {} features from {} in {} ms{}",
            definition.id(),
            loaded.rows(),
            file,
            Duration.ofNanos(System.nanoTime() - start).toMillis(),
            loaded.defects().isEmpty() ? "" : " " + loaded.defects());
      }
    } catch (IOException | UnreadableFile e) {
      throw new SampleCityFailure(
          definition.id(), folder.resolve(file), String.valueOf(e.getMessage()), e);
    } catch (SampleCityFailure e) {
      throw e;
    } catch (RuntimeException e) {
      throw new SampleCityFailure(definition.id(), folder.resolve(file), String.valueOf(e), e);
    }
  }

  private LayerLoader.Loaded load(LayerDefinition definition, FeatureSource source, Path path)
      throws UnreadableFile {
    FieldMapping mapping = FieldMapping.of(definition.fields(), source.fields());
    if (!mapping.missing().isEmpty()) {
      throw new SampleCityFailure(
          definition.id(),
          path,
          "fields %s are not among %s".formatted(mapping.missing(), source.fields()),
          null);
    }
    Optional<Crs> crs = systems.find(source.reference()).map(CrsCandidate::crs);
    if (crs.isEmpty()) {
      throw new SampleCityFailure(
          definition.id(), path, "unknown reference system " + source.reference(), null);
    }
    return loader.load(
        source,
        new LayerLoader.Plan(
            definition,
            LayerLoader.column(definition.geometry(), source.shape(), false, false, crs.get()),
            mapping,
            false,
            User.SYSTEM,
            path.getFileName().toString()),
        rows -> {});
  }
}

package org.citygis.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.citygis.catalog.Layer;
import org.citygis.catalog.LayerVersion;
import org.citygis.catalog.Layers;
import org.citygis.catalog.StagedVersions;
import org.citygis.geo.Box;
import org.citygis.geo.Crs;
import org.citygis.ingest.archive.Received;
import org.citygis.ingest.archive.Unpacked;
import org.citygis.ingest.archive.Unpacker;
import org.citygis.ingest.archive.Workspace;
import org.citygis.ingest.crs.ReferenceSystems;
import org.citygis.ingest.source.FeatureSource;
import org.citygis.ingest.source.Finding;
import org.citygis.ingest.source.Findings;
import org.citygis.ingest.source.UnreadableFile;
import org.citygis.problem.Problem;
import org.citygis.security.Role;
import org.citygis.security.User;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/**
 * The uploads that wait to be published. They live in this process and on its disk only, an hour at
 * most; what a killed process left is deleted at the next start.
 */
@Component
final class Imports {
  private final ImportSettings settings;
  private final ReferenceSystems systems;
  private final Layers layers;
  private final StagedVersions staged;
  private final Clock clock;
  private final Path folder;
  private final Map<String, Import> waiting = new ConcurrentHashMap<>();

  Imports(
      ImportSettings settings,
      ReferenceSystems systems,
      Layers layers,
      StagedVersions staged,
      Clock clock,
      @Value("${citygis.data}/imports") Path folder)
      throws IOException {
    this.settings = settings;
    this.systems = systems;
    this.layers = layers;
    this.staged = staged;
    this.clock = clock;
    this.folder = folder;
    Workspace.sweep(folder);
  }

  /**
   * What came of an upload.
   *
   * @param kept null where nothing of it can be published, and nothing was kept
   */
  record Outcome(ImportReport report, @Nullable Import kept) {}

  /** Reads an upload; nothing of it stays on disk unless a layer of it could be published. */
  Outcome receive(
      User user, List<MultipartFile> files, @Nullable Charset encoding, @Nullable Crs crs) {
    List<ImportReport.SentFile> sent =
        files.stream().map(file -> new ImportReport.SentFile(name(file), file.getSize())).toList();
    Workspace workspace = null;
    try {
      workspace = Workspace.in(folder);
      List<Received> received = new ArrayList<>();
      for (MultipartFile file : files) {
        Path path = workspace.newFile();
        file.transferTo(path);
        received.add(new Received(name(file), path));
      }
      Unpacked unpacked =
          Unpacker.unpack(received, workspace, settings.archives(), settings.problems());
      deleteArchives(received, unpacked);
      List<Import.Layer> checked = new ArrayList<>();
      for (int i = 0; i < unpacked.layers().size(); i++) {
        checked.add(check(unpacked, i, encoding, crs));
      }
      Import made =
          new Import(
              UUID.randomUUID().toString(),
              user.name(),
              clock.instant(),
              sent,
              workspace,
              unpacked,
              checked);
      ImportReport report = made.report();
      if (!report.hasHope()) {
        return new Outcome(report, null);
      }
      workspace = null;
      keep(made);
      return new Outcome(report, made);
    } catch (UnreadableFile e) {
      return new Outcome(refused(sent, e.finding()), null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      if (workspace != null) {
        workspace.close();
      }
    }
  }

  private static String name(MultipartFile file) {
    return Objects.requireNonNullElse(file.getOriginalFilename(), "file");
  }

  /** An archive that was taken apart is not needed any more. */
  private static void deleteArchives(List<Received> received, Unpacked unpacked)
      throws IOException {
    for (Received file : received) {
      if (unpacked.layers().stream().noneMatch(layer -> layer.parts().containsValue(file.file()))) {
        Files.deleteIfExists(file.file());
      }
    }
  }

  private static ImportReport refused(List<ImportReport.SentFile> sent, Finding finding) {
    Findings findings = new Findings(1);
    findings.add(finding);
    return new ImportReport(sent, ImportReport.Problem.of(findings), List.of());
  }

  private Import.Layer check(
      Unpacked unpacked, int index, @Nullable Charset encoding, @Nullable Crs crs) {
    try (FeatureSource source =
        Formats.open(unpacked.layers().get(index), encoding, settings.problems())) {
      Checked checked = LayerCheck.run(index, source, encoding, crs, systems, city());
      return new Import.Layer(checked.report(), checked);
    } catch (UnreadableFile e) {
      String name = unpacked.layers().get(index).name();
      return new Import.Layer(ImportReport.Dataset.unreadable(index, name, e.finding()), null);
    }
  }

  /** Reads one layer again with other choices, and remembers what it says now. */
  Import.Layer checkAgain(Import of, int index, @Nullable Charset encoding, @Nullable Crs crs) {
    of.layer(index);
    of.use();
    try {
      Import.Layer layer = check(of.unpacked(), index, encoding, crs);
      of.replace(index, layer);
      return layer;
    } finally {
      of.release();
    }
  }

  /** Where the declared layers lie, in degrees; null before any has data. */
  private @Nullable Box city() {
    Envelope all = new Envelope();
    for (Layer layer : layers.all()) {
      LayerVersion version = layer.version();
      if (version != null && version.bbox() != null && layer.definition().source() != null) {
        all.expandToInclude(version.bbox().envelope());
      }
    }
    return all.isNull() ? null : Box.of(all);
  }

  private void keep(Import made) {
    waiting.put(made.id(), made);
    waiting.values().stream()
        .filter(other -> other.owner().equals(made.owner()))
        .sorted(Comparator.comparing(Import::created).reversed())
        .skip(settings.perUser())
        .forEach(this::forget);
  }

  /** An import of the user; an administrator finds every one. */
  Import get(User user, String id) {
    Import found = waiting.get(id);
    if (found == null || !(found.owner().equals(user.name()) || user.has(Role.ADMINISTRATOR))) {
      throw Import.gone(id);
    }
    return found;
  }

  Instant expiry(Import of) {
    return of.created().plus(settings.keep());
  }

  /**
   * Deletes an import with its files, and the version that was staged of it; false while it is
   * being published.
   */
  boolean forget(Import of) {
    if (!of.close()) {
      return false;
    }
    waiting.remove(of.id());
    staged.find(of.id()).ifPresent(staged::discard);
    return true;
  }

  /** The same for an import that may be gone already. */
  void forgetIfThere(User user, String id) {
    try {
      forget(get(user, id));
    } catch (Problem.NotFound gone) {
      // Then there is nothing to delete.
    }
  }

  @Scheduled(fixedDelay = 1, initialDelay = 1, timeUnit = TimeUnit.MINUTES)
  void forgetExpired() {
    Instant now = clock.instant();
    waiting.values().stream().filter(each -> expiry(each).isBefore(now)).forEach(this::forget);
  }
}

package org.citygis.ingest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import org.citygis.catalog.Layer;
import org.citygis.catalog.LayerVersion;
import org.citygis.catalog.Layers;
import org.citygis.geo.Box;
import org.citygis.ingest.archive.FreeSpace;
import org.citygis.ingest.archive.Unpacked;
import org.citygis.ingest.archive.Unpacker;
import org.citygis.ingest.crs.ReferenceSystems;
import org.citygis.ingest.doctor.CheckOptions;
import org.citygis.ingest.doctor.Checked;
import org.citygis.ingest.doctor.ImportReport;
import org.citygis.ingest.doctor.LayerCheck;
import org.citygis.ingest.source.FeatureSource;
import org.citygis.ingest.source.FileSet;
import org.citygis.ingest.source.UnreadableFile;
import org.citygis.jobs.Progress;
import org.citygis.text.Text;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.springframework.stereotype.Component;

/** Takes an import apart and reads every layer of it once. */
@Component
final class ImportCheck {
  private static final int TELL_EVERY = 1_000;
  private static final long LOOK_AT_DISK_EVERY = 64L << 20;

  private final ImportSettings settings;
  private final ReferenceSystems systems;
  private final Layers layers;

  ImportCheck(ImportSettings settings, ReferenceSystems systems, Layers layers) {
    this.settings = settings;
    this.systems = systems;
    this.layers = layers;
  }

  /**
   * Unpacks where that has not been done, and checks all layers.
   *
   * @throws org.citygis.problem.Problem where the disk is too full
   */
  void all(Import of, CheckOptions options, Progress progress) throws IOException {
    of.deleteHalf();
    try {
      Unpacked unpacked = of.isUnpacked() ? of.unpacked() : unpack(of, progress);
      int count = unpacked.layers().size();
      List<Import.Layer> checked = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        FileSet files = unpacked.layers().get(i);
        progress.stage(i + 2, count + 1, checking(files.name()));
        checked.add(check(of, files, i, options, progress));
      }
      of.checked(checked);
    } catch (UnreadableFile e) {
      of.refuse(e.finding());
    }
  }

  private Unpacked unpack(Import of, Progress progress) throws IOException, UnreadableFile {
    Text unpacking = Text.of("正在解包", "Unpacking");
    progress.stage(1, 2, unpacking);
    long[] looked = new long[1];
    LongConsumer inflated =
        bytes -> {
          progress.report(bytes, 0, unpacking);
          if (bytes - looked[0] >= LOOK_AT_DISK_EVERY) {
            looked[0] = bytes;
            FreeSpace.require(
                of.workspace().folder(), LOOK_AT_DISK_EVERY, settings.spare().toBytes());
          }
        };
    Unpacked unpacked =
        Unpacker.unpack(
            of.received(), of.workspace(), settings.archives(), settings.problems(), inflated);
    of.unpacked(unpacked);
    return unpacked;
  }

  /** Reads one layer again with other choices, and remembers what it says now. */
  Import.Layer again(Import of, int index, CheckOptions options, Progress progress) {
    of.layer(index);
    of.use();
    try {
      FileSet files = of.unpacked().layers().get(index);
      progress.stage(1, 1, checking(files.name()));
      Import.Layer layer = check(of, files, index, options, progress);
      of.replace(index, layer);
      return layer;
    } finally {
      of.release();
    }
  }

  private static Text checking(String name) {
    return Text.of("正在检查 " + name, "Checking " + name);
  }

  private Import.Layer check(
      Import of, FileSet files, int index, CheckOptions options, Progress progress) {
    try (FeatureSource source = Formats.open(files, options.encoding(), settings.problems())) {
      Text message = checking(files.name());
      LongConsumer rows =
          read -> {
            if (read % TELL_EVERY == 0) {
              progress.report(read, Math.max(read, source.rows()), message);
            }
          };
      Checked checked =
          LayerCheck.run(index, source, options, systems, city(), of.workspace(), rows);
      return new Import.Layer(checked.report(), checked);
    } catch (UnreadableFile e) {
      return new Import.Layer(
          ImportReport.Dataset.unreadable(index, files.name(), e.finding()), null);
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
}

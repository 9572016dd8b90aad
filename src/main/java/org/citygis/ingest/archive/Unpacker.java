package org.citygis.ingest.archive;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.citygis.ingest.source.Defect;
import org.citygis.ingest.source.FileSet;
import org.citygis.ingest.source.Finding;
import org.citygis.ingest.source.Findings;
import org.citygis.ingest.source.UnreadableFile;
import org.jspecify.annotations.Nullable;

/** Sorts sent files, and the entries of sent archives, into layers. Made for one upload. */
public final class Unpacker {
  private static final int BUFFER = 1 << 16;

  private final Workspace workspace;
  private final ArchiveLimits limits;
  private final Findings findings;
  private final Grouping grouping;
  private final InflationBudget budget;
  private final LongConsumer progress;

  /** Formats that were left out; a geodatabase alone has hundreds of files. */
  private final Set<Foreign> missed = new HashSet<>();

  /** Why nothing may be left, the first reason. */
  private @Nullable Finding excuse;

  private Unpacker(
      Workspace workspace,
      ArchiveLimits limits,
      Findings findings,
      long sent,
      LongConsumer progress) {
    this.progress = progress;
    this.workspace = workspace;
    this.limits = limits;
    this.findings = findings;
    this.grouping = new Grouping(findings);
    this.budget = new InflationBudget(limits, sent);
  }

  /**
   * Takes an upload apart into the workspace.
   *
   * @throws UnreadableFile where a file is broken, over a limit, or holds no layer
   */
  public static Unpacked unpack(
      List<Received> received, Workspace workspace, ArchiveLimits limits, int findingsCap)
      throws UnreadableFile {
    return unpack(received, workspace, limits, findingsCap, bytes -> {});
  }

  /**
   * Likewise, watched.
   *
   * @param progress told often how many bytes came out so far; what it throws ends the unpacking
   */
  public static Unpacked unpack(
      List<Received> received,
      Workspace workspace,
      ArchiveLimits limits,
      int findingsCap,
      LongConsumer progress)
      throws UnreadableFile {
    long sent = 0;
    for (Received file : received) {
      sent += file.file().toFile().length();
    }
    Unpacker unpacker = new Unpacker(workspace, limits, new Findings(findingsCap), sent, progress);
    for (Received file : received) {
      try {
        unpacker.take(file);
      } catch (IOException e) {
        throw UnreadableFile.broken(file.name(), e);
      }
    }
    return new Unpacked(unpacker.layers(received), unpacker.findings);
  }

  private void take(Received received) throws IOException, UnreadableFile {
    // Only the name itself: a browser may send the path on the user's own disk.
    EntryName sent = EntryName.of(received.name());
    EntryName name = new EntryName("", sent.base(), sent.extension());
    if (ZipDirectory.isZip(received.file())) {
      archive(received.file(), received.name(), received.name() + "/", 0);
    } else if (name.isArchive()) {
      throw new UnreadableFile(
          Finding.of(0, Defect.ARCHIVE_BROKEN, received.name(), "no PK signature"));
    } else if (name.isLayerPart()) {
      grouping.add(name, received.name(), received.file());
    } else if (!leaveOut(name, received.name()) && !name.isCompanion()) {
      throw new UnreadableFile(Finding.of(0, Defect.FILE_KIND_UNKNOWN, received.name()));
    }
  }

  /** Says what is left out, as far as it is known; false where it is not. */
  private boolean leaveOut(EntryName name, String shown) {
    if (name.isJournal()) {
      findings.add(0, Defect.GPKG_UNFINISHED, shown);
      return true;
    }
    Optional<Foreign> foreign = Foreign.find(name);
    if (foreign.isEmpty()) {
      return false;
    }
    Finding finding =
        Finding.of(0, Defect.FORMAT_NOT_READ, shown, foreign.get().name(), foreign.get().export());
    if (excuse == null && (foreign.get().isMissed() || name.folder().isEmpty())) {
      excuse = finding;
    }
    if (foreign.get().isMissed() && missed.add(foreign.get())) {
      findings.add(finding);
    }
    return true;
  }

  private void archive(Path file, String shown, String within, int depth)
      throws IOException, UnreadableFile {
    ZipDirectory.check(file, shown, limits);
    try (ZipFile zip = ZipDirectory.open(file, shown, findings)) {
      if (zip.size() == 0) {
        throw new UnreadableFile(Finding.of(0, Defect.ARCHIVE_EMPTY, shown));
      }
      budget.entries(shown, zip.size());
      List<? extends ZipEntry> entries = zip.stream().toList();
      Set<String> names = new HashSet<>();
      if (entries.stream().allMatch(entry -> names.add(entry.getName()))) {
        for (ZipEntry entry : entries) {
          entry(entry, () -> zip.getInputStream(entry), shown, within, depth);
        }
      } else {
        // Opened by name the last of two equal entries would be read; the first one counts.
        inSequence(file, shown, within, depth);
      }
    } catch (ZipException | EOFException e) {
      throw new UnreadableFile(
          Finding.of(0, Defect.ARCHIVE_BROKEN, shown, String.valueOf(e.getMessage())), e);
    }
  }

  private void inSequence(Path file, String shown, String within, int depth)
      throws IOException, UnreadableFile {
    Set<String> seen = new HashSet<>();
    try (ZipInputStream in =
        new ZipInputStream(Files.newInputStream(file), ZipDirectory.namesOf(file))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        if (!seen.add(entry.getName())) {
          findings.add(0, Defect.ENTRY_TWICE, entry.getName());
          continue;
        }
        entry(entry, () -> new Uncloseable(in), shown, within, depth);
      }
    }
  }

  /** Opens an entry's content when it turns out to be wanted. */
  @FunctionalInterface
  private interface Content {
    InputStream open() throws IOException;
  }

  private void entry(ZipEntry entry, Content content, String shown, String within, int depth)
      throws IOException, UnreadableFile {
    if (entry.isDirectory()) {
      return;
    }
    if (EntryName.escapes(entry.getName())) {
      findings.add(0, Defect.ENTRY_ESCAPES, entry.getName());
      return;
    }
    EntryName name = EntryName.of(within + entry.getName());
    if (name.isLitter()) {
      return;
    }
    if (name.isArchive()) {
      if (depth >= limits.depth()) {
        findings.add(0, Defect.ARCHIVE_NESTED_TOO_DEEP, entry.getName());
        return;
      }
      Path nested = inflate(entry, content, shown);
      archive(nested, entry.getName(), within + entry.getName() + "/", depth + 1);
      Files.delete(nested);
    } else if (name.isLayerPart()) {
      EntryName own = isMapOf(within, name) ? mapOf(within, name) : name;
      if (grouping.has(own)) {
        findings.add(0, Defect.ENTRY_TWICE, entry.getName());
      } else {
        grouping.add(own, entry.getName(), inflate(entry, content, shown));
      }
    } else {
      leaveOut(name, entry.getName());
    }
  }

  /** A .kmz calls its map doc.kml, whatever its own name is. */
  private static boolean isMapOf(String archive, EntryName name) {
    return name.base().equalsIgnoreCase("doc")
        && name.extension().equals("kml")
        && name.folder().equals(archive)
        && archive.toLowerCase(Locale.ROOT).endsWith(".kmz/");
  }

  private static EntryName mapOf(String archive, EntryName name) {
    String file = EntryName.of(archive.substring(0, archive.length() - 1)).base();
    return new EntryName(name.folder(), file, name.extension());
  }

  /** Counts the bytes that really come out; what the directory claims is no measure. */
  private Path inflate(ZipEntry entry, Content content, String shown)
      throws IOException, UnreadableFile {
    Path target = workspace.newFile();
    long own = 0;
    try (InputStream in = content.open();
        OutputStream out = Files.newOutputStream(target, StandardOpenOption.CREATE_NEW)) {
      byte[] buffer = new byte[BUFFER];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        own += read;
        budget.inflated(shown, entry.getName(), read, own, entry.getCompressedSize());
        progress.accept(budget.inflated());
        out.write(buffer, 0, read);
      }
    }
    return target;
  }

  private List<FileSet> layers(List<Received> received) throws UnreadableFile {
    List<FileSet> layers = grouping.layers();
    if (layers.isEmpty()) {
      // An entry that was left out explains best why nothing is left.
      Optional<Finding> escaped =
          findings.list().stream()
              .filter(finding -> finding.defect() == Defect.ENTRY_ESCAPES)
              .findFirst();
      throw new UnreadableFile(
          escaped
              .or(grouping::findRest)
              .or(() -> Optional.ofNullable(excuse))
              .orElseGet(
                  () ->
                      Finding.of(
                          0,
                          Defect.ARCHIVE_WITHOUT_LAYER,
                          String.join(", ", received.stream().map(Received::name).toList()))));
    }
    return layers;
  }

  /** Keeps the stream of the whole archive open when one entry was read. */
  private static final class Uncloseable extends FilterInputStream {
    Uncloseable(InputStream in) {
      super(in);
    }

    @Override
    public void close() {}
  }
}

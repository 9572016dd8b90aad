package org.citygis.export;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.citygis.catalog.Layers;
import org.citygis.catalog.OpenLayer;
import org.citygis.jobs.JobHandler;
import org.citygis.jobs.Progress;
import org.citygis.security.Action;
import org.citygis.security.User;
import org.citygis.text.Lang;
import org.citygis.text.Text;
import org.citygis.web.Query;
import org.springframework.stereotype.Component;

/**
 * Exports into a file that waits to be fetched. It asks for the layer anew when it runs, so that a
 * right that was lost meanwhile is lost here too.
 */
@Component
class ExportJob implements JobHandler {
  static final String KIND = "export";

  /** The parameter under which a finished run remembers its result. */
  static final String MADE = "made";

  private static final int REPORT_EVERY = 1_000;

  private final Layers layers;
  private final Exports exports;
  private final ExportFiles files;

  ExportJob(Layers layers, Exports exports, ExportFiles files) {
    this.layers = layers;
    this.exports = exports;
    this.files = files;
  }

  @Override
  public String kind() {
    return KIND;
  }

  /** It begins anew; what it had begun was swept at the start. */
  @Override
  public boolean resumable() {
    return true;
  }

  @Override
  public Map<String, Object> run(User owner, Map<String, Object> parameters, Progress progress) {
    Optional<Map<String, Object>> made = made(parameters);
    if (made.isPresent()) {
      return made.get();
    }
    ExportWish wish = ExportWish.of(parameters);
    OpenLayer layer = layers.open(owner, wish.layer(), Action.QUERY);
    Query query = Query.of(wish.values(), ExportRequest.names(layer));
    Export export = exports.prepare(owner, layer, query, wish.lang());
    try (ExportFiles.Folder folder = files.folder()) {
      return write(export, folder.path().resolve("file"), progress);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What an earlier run finished before the application ended, if its file is still there. */
  private Optional<Map<String, Object>> made(Map<String, Object> parameters) {
    Map<String, Object> result = new LinkedHashMap<>();
    if (parameters.get(MADE) instanceof Map<?, ?> remembered) {
      remembered.forEach((name, value) -> result.put(String.valueOf(name), value));
    }
    return files.find(String.valueOf(result.get("key"))).map(file -> result);
  }

  private Map<String, Object> write(Export export, Path file, Progress progress)
      throws IOException {
    Text writing = Text.of("正在导出", "Exporting");
    Exports.Outcome outcome;
    try (OutputStream out = new Reported(Files.newOutputStream(file), export.rows(), progress)) {
      outcome =
          exports.write(
              export,
              out,
              rows -> {
                if (rows % REPORT_EVERY == 0) {
                  progress.report(rows, Math.max(rows, export.rows()), writing);
                }
              });
    }
    long bytes = Files.size(file);
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("layer", export.contents().id());
    result.put("file", export.fileName());
    result.put("plain", export.plainFileName());
    result.put("type", export.format().mediaType());
    result.put("bytes", bytes);
    result.put("rows", outcome.rows());
    result.put(
        "notes",
        outcome.notes().stream()
            .map(n -> Map.of(Lang.ZH.tag(), n.zh(), Lang.EN.tag(), n.en()))
            .toList());
    result.put("key", files.keep(file));
    result.put("expires_at", files.expiry().toString());
    progress.remember(MADE, result);
    return result;
  }

  /** Reports while a finished file is packed, which takes long and has no rows to count. */
  private static final class Reported extends OutputStream {
    private static final int EVERY = 1 << 22;
    private static final Text PACKING = Text.of("正在打包", "Packing");

    private final OutputStream out;
    private final long rows;
    private final Progress progress;
    private long bytes;
    private long next = EVERY;

    Reported(OutputStream out, long rows, Progress progress) {
      this.out = out;
      this.rows = rows;
      this.progress = progress;
    }

    @Override
    public void write(int value) throws IOException {
      write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] source, int offset, int length) throws IOException {
      out.write(source, offset, length);
      bytes += length;
      if (bytes >= next) {
        next = bytes + EVERY;
        progress.report(rows, rows, PACKING);
      }
    }

    @Override
    public void close() throws IOException {
      out.close();
    }
  }
}

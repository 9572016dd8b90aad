package org.citygis.export;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.citygis.audit.Audit;
import org.citygis.catalog.Catalog;
import org.citygis.catalog.Conditions;
import org.citygis.catalog.Field;
import org.citygis.catalog.OpenLayer;
import org.citygis.catalog.Selection;
import org.citygis.export.ExportSlots.Slot;
import org.citygis.export.geopackage.GeoPackageWriter;
import org.citygis.export.shapefile.ShapefileOptions;
import org.citygis.export.shapefile.ShapefileSize;
import org.citygis.export.shapefile.ShapefileWriter;
import org.citygis.format.Contents;
import org.citygis.format.CsvWriter;
import org.citygis.format.FeatureWriter;
import org.citygis.format.FileColumn;
import org.citygis.format.FileRow;
import org.citygis.format.FlatGeobufWriter;
import org.citygis.format.GeoJsonWriter;
import org.citygis.format.Passage;
import org.citygis.problem.Problem;
import org.citygis.security.User;
import org.citygis.storage.FeatureQuery;
import org.citygis.storage.FeatureStore;
import org.citygis.storage.GeometryColumn;
import org.citygis.text.Lang;
import org.citygis.text.Text;
import org.citygis.web.Query;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Turns a layer, or a part of it, into a file. */
@Component
public class Exports {
  private static final int SAMPLE = 1_000;
  private static final int LOOK_EVERY = 10_000;

  private final FeatureStore store;
  private final Catalog catalog;
  private final ExportFiles files;
  private final ExportSlots slots;
  private final ExportSettings settings;
  private final Audit audit;
  private final Clock clock;

  Exports(
      FeatureStore store,
      Catalog catalog,
      ExportFiles files,
      ExportSlots slots,
      ExportSettings settings,
      Audit audit,
      Clock clock) {
    this.store = store;
    this.catalog = catalog;
    this.files = files;
    this.slots = slots;
    this.settings = settings;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * What came of an export.
   *
   * @param notes what its reader should know: what the format could not take as it was
   */
  record Outcome(long rows, List<Text> notes) {}

  /** Follows the rows and may end the export by throwing. */
  @FunctionalInterface
  interface Watch {
    void at(long rows);
  }

  /**
   * Checks everything that can be refused before the first row is read.
   *
   * @throws Problem that names what is wrong
   */
  Export prepare(User user, OpenLayer layer, Query query, Lang lang) {
    ExportRequest request = ExportRequest.parse(query, layer);
    FeatureQuery rows =
        Selection.of(layer, request.conditions())
            .fields(request.fields().stream().map(Field::name).toList());
    long count = store.count(layer.table(), rows);
    if (count > settings.rows()) {
      throw new Problem.TooLarge(
          Text.of(
              "共 %d 个要素，一次最多导出 %d 个；请用 bbox 或字段条件缩小范围。".formatted(count, settings.rows()),
              "There are %d features; one export takes at most %d. Narrow it by bbox or field conditions."
                  .formatted(count, settings.rows())));
    }
    Contents contents =
        new Contents(
            layer,
            columns(request, lang),
            request.target(),
            true,
            count,
            filter(query),
            clock.instant(),
            lang);
    Export export = new Export(user, request, rows, contents);
    checkPlaces(export);
    checkSize(export);
    return export;
  }

  /** More than an answer should make somebody wait for before it begins. */
  void requireDirect(Export export) {
    if (export.format().viaFile() && export.rows() > settings.directRows()) {
      throw new Problem.TooLarge(
          Text.of(
              "共 %d 个要素，该格式直接下载最多 %d 个；请用 POST /api/exports 建立导出任务。"
                  .formatted(export.rows(), settings.directRows()),
              "There are %d features; in this format at most %d can be fetched at once. Start a job with POST /api/exports."
                  .formatted(export.rows(), settings.directRows())));
    }
  }

  private List<FileColumn> columns(ExportRequest request, Lang lang) {
    List<FileColumn> columns = new ArrayList<>();
    Set<String> names = request.fields().stream().map(Field::name).collect(Collectors.toSet());
    for (int i = 0; i < request.fields().size(); i++) {
      Field field = request.fields().get(i);
      columns.add(FileColumn.of(field, i));
      if (request.labels() && field.codes() != null) {
        String name = field.name() + "_label";
        while (!names.add(name)) {
          name += "_";
        }
        columns.add(FileColumn.labels(field, i, name, code -> label(field, code, lang)));
      }
    }
    return columns;
  }

  private @Nullable String label(Field field, @Nullable String code, Lang lang) {
    return code == null
        ? null
        : catalog.findLabel(field, code).map(text -> text.in(lang)).orElse(null);
  }

  /** The conditions as they were asked for. */
  private static String filter(Query query) {
    Map<String, String> conditions = new TreeMap<>(query.values());
    conditions.keySet().removeAll(Set.of("f", "lang", "crs", "encoding", "labels", "header"));
    return conditions.entrySet().stream()
        .map(e -> e.getKey() + "=" + e.getValue())
        .collect(Collectors.joining("; "));
  }

  /** Whether the system can express the layer; told before anything is sent. */
  private static void checkPlaces(Export export) {
    GeometryColumn geometry = export.contents().geometry();
    Conditions conditions = export.request().conditions();
    var extent = export.layer().layer().currentVersion().extent();
    if (geometry != null && extent != null && conditions.box() == null) {
      Passage passage = new Passage(geometry.crs(), export.request().target());
      double[] corners = {
        extent.minX(), extent.minY(), extent.maxX(), extent.minY(),
        extent.maxX(), extent.maxY(), extent.minX(), extent.maxY()
      };
      passage.apply(corners, 4);
    }
  }

  private void checkSize(Export export) {
    if (export.format() != ExportFormat.SHAPEFILE) {
      return;
    }
    ShapefileSize size = new ShapefileSize(export.contents(), shapefile(export));
    FileRow row = row(export);
    store.read(
        export.layer().table(),
        export.query().page(0, SAMPLE),
        current -> {
          try {
            size.add(row.at(current));
            return true;
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
    size.check();
    requireSpace(size.onDisk());
  }

  private void requireSpace(long bytes) {
    try {
      files.requireSpace(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ShapefileOptions shapefile(Export export) {
    return new ShapefileOptions(
        export.request().charset(), export.request().aliases(), settings.shapefile().toBytes());
  }

  private static FileRow row(Export export) {
    GeometryColumn geometry = export.contents().geometry();
    return new FileRow(
        export.contents().columns(),
        geometry == null ? null : new Passage(geometry.crs(), export.request().target()));
  }

  /** Writes the file into an answer, of which a user, and all together, have a few at a time. */
  Outcome answer(Export export, OutputStream out, Watch watch) throws IOException {
    try (Slot slot = slots.take(export.user())) {
      return write(export, out, watch);
    }
  }

  /**
   * Writes the file. The trail tells who took how many rows, also when it was broken off.
   *
   * @param watch asked with every row
   */
  Outcome write(Export export, OutputStream out, Watch watch) throws IOException {
    try (ExportFiles.Folder folder = files.folder()) {
      return write(export, folder, out, watch);
    }
  }

  private Outcome write(Export export, ExportFiles.Folder folder, OutputStream out, Watch watch)
      throws IOException {
    Counter counter = new Counter();
    boolean whole = false;
    try (FeatureWriter writer = open(export, folder, out)) {
      FileRow row = row(export);
      store.stream(
          export.layer().table(),
          export.query(),
          current -> {
            watch.at(counter.rows);
            add(writer, row.at(current));
            if (++counter.rows % LOOK_EVERY == 0 && export.format().viaFile()) {
              requireSpace(0);
            }
            return true;
          });
      List<Text> notes = writer.finish();
      whole = true;
      return new Outcome(counter.rows, notes);
    } finally {
      record(export, counter.rows, whole);
    }
  }

  private static final class Counter {
    private long rows;
  }

  private static void add(FeatureWriter writer, FileRow row) throws SQLException {
    try {
      writer.add(row);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private FeatureWriter open(Export export, ExportFiles.Folder folder, OutputStream out)
      throws IOException {
    Contents contents = export.contents();
    return switch (export.format()) {
      case GEOJSON -> new GeoJsonWriter(contents, out);
      case CSV -> new CsvWriter(contents, export.request().aliases(), true, out);
      case FLATGEOBUF -> new FlatGeobufWriter(contents, out);
      case SHAPEFILE -> new ShapefileWriter(contents, shapefile(export), folder.path(), out);
      case GEOPACKAGE -> new GeoPackageWriter(contents, catalog, folder.path(), out);
    };
  }

  private void record(Export export, long rows, boolean whole) {
    Contents contents = export.contents();
    String detail =
        "%d rows%s of version %d as %s in %s%s"
            .formatted(
                rows,
                whole ? "" : ", broken off",
                export.layer().table().version(),
                export.format().tag(),
                contents.target().code(),
                contents.filter().isEmpty() ? "" : ", where " + contents.filter());
    audit.record(export.user(), "export", "layers/" + contents.id(), detail);
  }
}

package org.citygis.export.shapefile;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.citygis.format.Contents;
import org.citygis.format.FeatureWriter;
import org.citygis.format.FileColumn;
import org.citygis.format.FileRow;
import org.citygis.storage.ColumnType;
import org.citygis.storage.GeometryColumn;
import org.citygis.text.CityTime;
import org.citygis.text.Text;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * Writes a layer as zipped shapefiles. The parts are files of a private folder first, since their
 * heads tell what is known at the end only; then they are packed into the answer.
 */
public final class ShapefileWriter implements FeatureWriter {
  private static final int CHECK_EVERY = 1_024;

  private final Contents contents;
  private final ShapefileOptions options;
  private final Path folder;
  private final OutputStream out;
  private final Shapes shapes;
  private final List<String> names;
  private final Map<ShapeKind, Part> parts = new EnumMap<>(ShapeKind.class);
  private final LocalDate today;
  private final @Nullable Object[] values;
  private long rows;
  private long split;

  /** One shapefile; without places a .dbf alone. */
  private record Part(DbfFile dbf, @Nullable ShpFile shp) {
    long size() {
      return Math.max(dbf.size(), shp == null ? 0 : shp.size());
    }
  }

  public ShapefileWriter(
      Contents contents, ShapefileOptions options, Path folder, OutputStream out) {
    this.contents = contents;
    this.options = options;
    this.folder = folder;
    this.out = out;
    this.shapes = new Shapes(contents.geometry());
    this.today = LocalDate.ofInstant(contents.made(), CityTime.ZONE);
    List<String> wanted =
        contents.columns().stream()
            .map(c -> options.aliases() ? c.title().in(contents.lang()) : c.name())
            .toList();
    // A table has one field at least.
    this.names = DbfNames.of(wanted.isEmpty() ? List.of("fid") : wanted, options.charset());
    this.values = new Object[names.size()];
  }

  @Override
  public void add(FileRow row) throws SQLException, IOException {
    for (int i = 0; i < values.length; i++) {
      values[i] = contents.columns().isEmpty() ? (Object) row.fid() : row.value(i);
    }
    if (shapes.each(row.shape(), this::add) > 1) {
      split++;
    }
    if (++rows % CHECK_EVERY == 0) {
      checkSizes();
    }
  }

  private void add(ShapeKind kind, @Nullable Geometry shape) throws IOException {
    Part part = part(kind);
    part.dbf.add(values);
    if (part.shp != null) {
      part.shp.add(shape);
    }
  }

  private Part part(ShapeKind kind) throws IOException {
    Part known = parts.get(kind);
    if (known == null) {
      known = open(kind);
      parts.put(kind, known);
    }
    return known;
  }

  private Part open(ShapeKind kind) throws IOException {
    DbfFile dbf = new DbfFile(file(kind, ".dbf"), file(kind, ".rows"), options.charset());
    for (int i = 0; i < names.size(); i++) {
      FileColumn column = contents.columns().isEmpty() ? null : contents.columns().get(i);
      dbf.field(names.get(i), column == null ? ColumnType.INTEGER : column.type());
    }
    GeometryColumn geometry = contents.geometry();
    if (kind == ShapeKind.NONE || geometry == null) {
      return new Part(dbf, null);
    }
    return new Part(
        dbf,
        new ShpFile(
            file(kind, ".shp"), file(kind, ".shx"), kind, geometry.hasZ(), geometry.hasM()));
  }

  private Path file(ShapeKind kind, String extension) {
    return folder.resolve(kind.suffix() + extension);
  }

  private void checkSizes() {
    for (Part part : parts.values()) {
      if (part.size() > options.most()) {
        throw options.tooLarge(contents.id(), part.size());
      }
      if (part.dbf.rowSize() > DbfFile.WIDEST_ROW) {
        throw options.tooLarge(contents.id() + ".dbf", part.dbf.size());
      }
    }
  }

  @Override
  public List<Text> finish() throws IOException {
    if (parts.isEmpty()) {
      part(shapes.ofNothing(contents));
    }
    checkSizes();
    for (Part part : parts.values()) {
      part.dbf.finish(today);
      if (part.shp != null) {
        part.shp.finish();
      }
    }
    ShapefileNotes notes =
        new ShapefileNotes(
            contents,
            options,
            names,
            parts.values().stream().map(p -> p.dbf.columns()).toList(),
            split);
    ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
    zip.setLevel(Deflater.BEST_SPEED);
    for (Map.Entry<ShapeKind, Part> part : parts.entrySet()) {
      pack(zip, part.getKey(), part.getValue());
    }
    text(zip, "fields.csv", notes.fields());
    text(zip, "README.txt", notes.readme());
    zip.finish();
    return notes.losses();
  }

  private void pack(ZipOutputStream zip, ShapeKind kind, Part part) throws IOException {
    boolean several = shapes.isMixed() && parts.size() > 1;
    String base = several ? contents.id() + "_" + kind.suffix() : contents.id();
    if (part.shp != null) {
      move(zip, file(kind, ".shp"), base + ".shp");
      move(zip, file(kind, ".shx"), base + ".shx");
    }
    move(zip, file(kind, ".dbf"), base + ".dbf");
    boolean unicode = options.charset().equals(StandardCharsets.UTF_8);
    text(zip, base + ".cpg", unicode ? "UTF-8" : "936");
    // Shifted degrees are of no system that a .prj could name.
    if (part.shp != null && !contents.target().isShifted()) {
      text(zip, base + ".prj", EsriWkt.of(contents.target().crs()));
    }
  }

  /** Packs the file and deletes it, so that the disk holds both for no longer than it must. */
  private static void move(ZipOutputStream zip, Path file, String name) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    Files.copy(file, zip);
    zip.closeEntry();
    Files.delete(file);
  }

  private static void text(ZipOutputStream zip, String name, String text) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(text.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }

  @Override
  public void close() throws IOException {
    for (Part part : parts.values()) {
      part.dbf.close();
      if (part.shp != null) {
        part.shp.close();
      }
    }
  }
}

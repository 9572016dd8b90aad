package org.citygis.ingest.shapefile;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.citygis.ingest.encoding.CodePages;
import org.citygis.ingest.encoding.EncodingChoice;
import org.citygis.ingest.encoding.TextDecoder;
import org.citygis.ingest.source.Defect;
import org.citygis.ingest.source.FeatureReader;
import org.citygis.ingest.source.FeatureSource;
import org.citygis.ingest.source.FileSet;
import org.citygis.ingest.source.Finding;
import org.citygis.ingest.source.Findings;
import org.citygis.ingest.source.PrjFile;
import org.citygis.ingest.source.RecordLimit;
import org.citygis.ingest.source.ReferenceClue;
import org.citygis.ingest.source.Shape;
import org.citygis.ingest.source.SourceFeature;
import org.citygis.ingest.source.SourceField;
import org.citygis.ingest.source.TextEncoding;
import org.citygis.ingest.source.UnreadableFile;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/** A shapefile, or a .dbf on its own as a table without geometry. */
public final class ShapefileSource implements FeatureSource {
  private static final int MAGIC = 9994;

  private final String name;
  private final Findings findings;
  private final @Nullable FileWindow shp;
  private final @Nullable FileWindow shx;
  private final @Nullable DbfTable dbf;
  private final ShapeType type;
  private final @Nullable ShpRecords records;
  private final @Nullable TextEncoding encoding;
  private final List<SourceField> fields;
  private final ReferenceClue reference;

  private ShapefileSource(FileSet files, @Nullable Charset wanted, Findings findings)
      throws IOException, UnreadableFile {
    this.name = files.name();
    this.findings = findings;
    try (Opening opening = new Opening()) {
      Path shpFile = files.find("shp").orElse(null);
      this.shp = shpFile == null ? null : opening.add(new FileWindow(shpFile));
      this.type = shp == null ? ShapeType.NULL : header(shp, findings);
      Path shxFile = files.find("shx").orElse(null);
      this.shx = shp == null || shxFile == null ? null : opening.add(new FileWindow(shxFile));
      this.dbf = openTable(files, opening);
      this.records = shp == null ? null : ShpRecords.open(shp, shx, tableRows(), findings);
      this.reference = PrjFile.clue(files);
      if (dbf == null) {
        this.encoding = null;
        this.fields = List.of();
      } else {
        this.encoding =
            EncodingChoice.choose(DbfText.sample(dbf), marks(files, dbf), wanted, findings);
        this.fields = List.copyOf(dbf.describe(new TextDecoder(encoding.charset()), findings));
      }
      opening.keep();
    }
  }

  /**
   * Opens a shapefile of which at least the .shp or the .dbf is there.
   *
   * @param encoding what the user chose; null leaves the choice to the file's marks and bytes
   * @throws UnreadableFile where neither shapes nor rows can be read
   */
  public static ShapefileSource open(FileSet files, @Nullable Charset encoding, int findingsCap)
      throws UnreadableFile {
    try {
      return new ShapefileSource(files, encoding, new Findings(findingsCap));
    } catch (IOException e) {
      throw UnreadableFile.broken(files.name(), e);
    }
  }

  /** An encoding by any of the names that users and .cpg files give it. */
  public static Optional<Charset> findEncoding(String name) {
    return CodePages.findByName(name);
  }

  /** The name of an encoding as people know it. */
  public static String encodingName(Charset charset) {
    return CodePages.name(charset);
  }

  private static ShapeType header(FileWindow shp, Findings findings)
      throws IOException, UnreadableFile {
    if (shp.size() < ShpRecords.HEADER) {
      throw new UnreadableFile(Finding.of(0, Defect.SHP_TOO_SHORT, shp.size()));
    }
    int magic = shp.bigEndianInt(0);
    if (magic != MAGIC) {
      throw new UnreadableFile(Finding.of(0, Defect.SHP_NOT_A_SHAPEFILE, magic));
    }
    int code = shp.at(32, 4).getInt(0);
    ShapeType type = ShapeType.of(code);
    if (type == ShapeType.UNKNOWN) {
      findings.add(0, Defect.SHP_TYPE_UNKNOWN, code);
    }
    return type;
  }

  private @Nullable DbfTable openTable(FileSet files, Opening opening)
      throws IOException, UnreadableFile {
    Path file = files.find("dbf").orElse(null);
    if (file == null || Files.size(file) == 0) {
      if (shp == null) {
        throw new UnreadableFile(Finding.of(0, Defect.DBF_UNUSABLE, "0 B"));
      }
      findings.add(0, Defect.DBF_MISSING);
      return null;
    }
    if (shp == null) {
      findings.add(0, Defect.SHP_MISSING);
    }
    try {
      return opening.add(DbfTable.open(file, findings));
    } catch (UnreadableFile e) {
      if (shp == null) {
        throw e;
      }
      findings.add(e.finding());
      return null;
    }
  }

  private static List<EncodingChoice.Mark> marks(FileSet files, DbfTable dbf) throws IOException {
    List<EncodingChoice.Mark> marks = new ArrayList<>();
    Path cpg = files.find("cpg").orElse(null);
    if (cpg != null) {
      EncodingChoice.Mark.ofCpg(head(cpg, 256)).ifPresent(marks::add);
    }
    EncodingChoice.Mark.ofLanguageByte(dbf.ldid()).ifPresent(marks::add);
    return marks;
  }

  private static byte[] head(Path file, int limit) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(limit);
    }
  }

  private long tableRows() {
    return dbf == null ? 0 : dbf.rows();
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String format() {
    return shp == null ? "dBASE" : "Shapefile";
  }

  @Override
  public Shape shape() {
    return shp == null ? Shape.NONE : type.shape();
  }

  @Override
  public List<SourceField> fields() {
    return fields;
  }

  @Override
  public long rows() {
    return records != null && records.indexed() > 0 ? records.indexed() : tableRows();
  }

  @Override
  public Optional<TextEncoding> encoding() {
    return Optional.ofNullable(encoding);
  }

  @Override
  public ReferenceClue reference() {
    return reference;
  }

  @Override
  public Findings findings() {
    return findings;
  }

  @Override
  public <E extends Exception> void read(FeatureReader<E> reader) throws UnreadableFile, E {
    findings.beginReading();
    try {
      new Reading<>(reader).run();
    } catch (IOException e) {
      throw UnreadableFile.broken(name, e);
    }
  }

  @Override
  public void close() {
    if (shp != null) {
      shp.close();
    }
    if (shx != null) {
      shx.close();
    }
    if (dbf != null) {
      dbf.close();
    }
  }

  /** One pass over all rows. */
  private final class Reading<E extends Exception> {
    private final FeatureReader<E> reader;
    private final ShapeDecoder shapes = new ShapeDecoder(type, findings);
    private final @Nullable DbfValues values;
    private long row;
    private long deleted;

    Reading(FeatureReader<E> reader) {
      this.reader = reader;
      this.values =
          encoding == null
              ? null
              : new DbfValues(new TextDecoder(encoding.charset()), fields, findings);
    }

    void run() throws IOException, E {
      if (shp == null || records == null) {
        while (row < tableRows()) {
          long index = row++;
          if (!isDeleted(index)) {
            emit(null, index);
          }
        }
      } else {
        long count = records.forEach(findings, this::visit);
        compare(count);
      }
      if (deleted > 0) {
        findings.add(0, Defect.ROWS_DELETED, deleted);
      }
    }

    private void compare(long count) {
      if (dbf != null && count > dbf.rows()) {
        findings.add(0, Defect.DBF_FEWER_ROWS, dbf.rows(), count);
      } else if (dbf != null && count < dbf.rows()) {
        findings.add(0, Defect.DBF_MORE_ROWS, dbf.rows(), count);
      }
    }

    private void visit(long offset, long length, long indexed) throws IOException, E {
      long index = row++;
      if (!isDeleted(index)) {
        emit(geometry(offset, length, indexed), index);
      }
    }

    private boolean isDeleted(long index) throws IOException {
      boolean marked = dbf != null && index < dbf.rows() && DbfTable.isDeleted(dbf.row(index));
      deleted += marked ? 1 : 0;
      return marked;
    }

    private void emit(@Nullable Geometry geometry, long index) throws IOException, E {
      @Nullable Object[] attributes = new Object[fields.size()];
      if (dbf != null && values != null && index < dbf.rows()) {
        values.row(index + 1);
        attributes = dbf.values(dbf.row(index), values);
      }
      reader.take(new SourceFeature(index + 1, geometry, attributes));
    }

    private @Nullable Geometry geometry(long offset, long length, long indexed) throws IOException {
      if (length < 0 && indexed < 0) {
        findings.add(row, Defect.SHP_RECORD_OUTSIDE);
        return null;
      }
      try {
        return decode(offset, length >= 0 ? length : indexed);
      } catch (BadShape bad) {
        if (length >= 0 && indexed > length) {
          // The record's own length may be the wrong one of the two.
          try {
            return decode(offset, indexed);
          } catch (BadShape again) {
            findings.add(row, again.defect(), again.arguments());
            return null;
          }
        }
        findings.add(row, bad.defect(), bad.arguments());
        return null;
      }
    }

    private @Nullable Geometry decode(long offset, long length) throws IOException, BadShape {
      if (length > RecordLimit.BYTES || shp == null) {
        throw new BadShape(Defect.SHP_RECORD_TOO_LARGE, length);
      }
      ByteBuffer content = shp.at(offset + 8, (int) length).order(ByteOrder.LITTLE_ENDIAN);
      return shapes.decode(row, content);
    }
  }

  /** Closes what was opened when the opening fails half-way. */
  private static final class Opening implements AutoCloseable {
    private final Deque<AutoCloseable> open = new ArrayDeque<>();

    <T extends AutoCloseable> T add(T resource) {
      open.push(resource);
      return resource;
    }

    void keep() {
      open.clear();
    }

    @Override
    public void close() throws IOException {
      while (!open.isEmpty()) {
        switch (open.pop()) {
          case FileWindow file -> file.close();
          case DbfTable table -> table.close();
          default -> {}
        }
      }
    }
  }
}

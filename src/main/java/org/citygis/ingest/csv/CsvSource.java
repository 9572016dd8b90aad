package org.citygis.ingest.csv;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVRecord;
import org.citygis.ingest.encoding.TextFile;
import org.citygis.ingest.source.Defect;
import org.citygis.ingest.source.FeatureReader;
import org.citygis.ingest.source.FeatureSource;
import org.citygis.ingest.source.FieldKind;
import org.citygis.ingest.source.FieldNames;
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
import org.citygis.ingest.source.TextKind;
import org.citygis.ingest.source.UnreadableFile;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/** A table of text whose first line names the columns. */
public final class CsvSource implements FeatureSource {
  private static final int HEAD = 1 << 16;

  private final String name;
  private final TextFile file;
  private final Findings findings;
  private final char delimiter;
  private final List<String> header;
  private final List<SourceField> fields = new ArrayList<>();

  /** The column of each field. */
  private final int[] columns;

  private final RowGeometry geometries;
  private final ReferenceClue reference;
  private long rows;

  private CsvSource(FileSet files, Path path, @Nullable Charset wanted, Findings findings)
      throws IOException, UnreadableFile {
    this.name = files.name();
    this.findings = findings;
    this.file = TextFile.of(files, path, List.of(), wanted, findings);
    this.delimiter = Delimiter.find(file.head(HEAD));
    this.header = header();
    List<TextKind> kinds = header.stream().map(column -> new TextKind()).toList();
    this.geometries = learn(kinds);
    this.reference = geometries.reference(PrjFile.clue(files));
    FieldNames names = new FieldNames(findings);
    int[] places = new int[header.size()];
    for (int i = 0; i < header.size(); i++) {
      if (i != geometries.columns().wkt()) {
        places[fields.size()] = i;
        String original = header.get(i);
        fields.add(new SourceField(names.claim(original), original, kinds.get(i).kind(), 0));
      }
    }
    this.columns = places;
  }

  /**
   * Opens a table and learns its columns by reading it once.
   *
   * @param encoding what the user chose; null leaves the choice to the file's marks and bytes
   */
  public static CsvSource open(FileSet files, @Nullable Charset encoding, int findingsCap)
      throws UnreadableFile {
    Path path = files.find("csv").orElseThrow();
    try {
      return new CsvSource(files, path, encoding, new Findings(findingsCap));
    } catch (IOException e) {
      throw UnreadableFile.broken(files.name(), e);
    }
  }

  private List<String> header() throws IOException, UnreadableFile {
    try (Records records = records()) {
      CSVRecord first = records.next();
      if (first == null) {
        throw new UnreadableFile(Finding.of(0, Defect.CSV_EMPTY));
      }
      if (first.size() > RecordLimit.FIELDS) {
        throw new UnreadableFile(
            Finding.of(0, Defect.FIELDS_TOO_MANY, first.size(), RecordLimit.FIELDS));
      }
      return first.stream().map(cell -> cell.replace("\0", "").strip()).toList();
    }
  }

  private Records records() throws IOException {
    return new Records(file.open(), delimiter);
  }

  /** The rows behind the header. */
  private Records body() throws IOException, UnreadableFile {
    Records records = records();
    records.next();
    return records;
  }

  private RowGeometry learn(List<TextKind> kinds) throws IOException, UnreadableFile {
    RowGeometry.Learning learning = new RowGeometry.Learning(GeometryColumns.find(header));
    try (Records records = body()) {
      for (CSVRecord row = records.next(); row != null; row = records.next()) {
        rows++;
        for (int i = 0; i < Math.min(row.size(), kinds.size()); i++) {
          kinds.get(i).see(row.get(i));
        }
        learning.see(row);
      }
    }
    return learning.done();
  }

  @Override
  public <E extends Exception> void read(FeatureReader<E> reader) throws UnreadableFile, E {
    findings.beginReading();
    try (Records records = body()) {
      long number = 0;
      for (CSVRecord row = records.next(); row != null; row = records.next()) {
        number++;
        if (isRagged(row)) {
          findings.add(number, Defect.CSV_ROW_RAGGED, row.size(), header.size());
        }
        Geometry geometry = geometries.read(number, row, header, findings);
        reader.take(new SourceFeature(number, geometry, values(number, row)));
      }
    } catch (IOException e) {
      throw UnreadableFile.broken(name, e);
    }
  }

  /** More cells than names matter only where they hold something. */
  private boolean isRagged(CSVRecord row) {
    for (int i = header.size(); i < row.size(); i++) {
      if (!row.get(i).isBlank()) {
        return true;
      }
    }
    return row.size() < header.size();
  }

  private @Nullable Object[] values(long number, CSVRecord row) {
    @Nullable Object[] values = new Object[fields.size()];
    for (int i = 0; i < values.length; i++) {
      if (columns[i] < row.size()) {
        String text = row.get(columns[i]);
        FieldKind kind = fields.get(i).kind();
        values[i] = TextKind.read(kind, kind == FieldKind.TEXT ? text.replace("\0", "") : text);
        if (text.indexOf('\uFFFD') >= 0) {
          findings.add(
              number, Defect.TEXT_UNDECODABLE, fields.get(i).name(), file.encoding().charset());
        }
      }
    }
    return values;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String format() {
    return delimiter == '\t' ? "TSV" : "CSV";
  }

  @Override
  public Shape shape() {
    return geometries.shape();
  }

  @Override
  public List<SourceField> fields() {
    return List.copyOf(fields);
  }

  @Override
  public long rows() {
    return rows;
  }

  @Override
  public Optional<TextEncoding> encoding() {
    return Optional.of(file.encoding());
  }

  @Override
  public ReferenceClue reference() {
    return reference;
  }

  @Override
  public Findings findings() {
    return findings;
  }

  /** Nothing is held open between two readings. */
  @Override
  public void close() {}
}

package org.citygis.format;

import java.io.OutputStream;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.citygis.catalog.GeometryKind;
import org.citygis.storage.GeometryColumn;
import org.citygis.text.Spreadsheet;
import org.citygis.text.Text;
import org.citygis.web.geojson.JsonBytes;
import org.citygis.web.geojson.JsonValues;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;

/**
 * CSV for spreadsheets, written through the same byte buffer as GeoJSON: UTF-8 with a byte order
 * mark on request, RFC 4180. Points give two columns, other shapes one of WKT. Text that a
 * spreadsheet would run as a formula gets an apostrophe in front; numbers stay numbers.
 */
public final class CsvWriter implements FeatureWriter {
  private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+(\\.\\d+)?");

  private static final double LEAST_PLAIN = 1e-9;
  private static final double MOST_PLAIN = 1e15;

  private final JsonBytes out;
  private final int columns;
  private final Places places;
  private final WktText wkt;
  private final boolean hasZ;
  private final int digits;
  private long guarded;

  /** How the shapes stand in the table. */
  private enum Places {
    NONE,
    POINT,
    WKT
  }

  /**
   * @param aliases whether the header has the fields' names for people
   * @param mark whether a byte order mark comes first, by which a spreadsheet knows UTF-8
   */
  public CsvWriter(Contents contents, boolean aliases, boolean mark, OutputStream stream) {
    this.out = new JsonBytes(stream);
    this.columns = contents.columns().size();
    this.places = places(contents);
    GeometryColumn geometry = contents.geometry();
    this.hasZ = geometry != null && geometry.hasZ();
    this.digits = contents.target().digits();
    this.wkt = new WktText(out, hasZ, digits);
    out.raw(mark ? "\uFEFF" : "");
    header(contents, aliases);
  }

  private static Places places(Contents contents) {
    GeometryColumn geometry = contents.geometry();
    if (geometry == null || contents.layer().definition().geometry() == GeometryKind.NONE) {
      return Places.NONE;
    }
    return geometry.type() == GeometryColumn.Type.POINT ? Places.POINT : Places.WKT;
  }

  private void header(Contents contents, boolean aliases) {
    out.raw("fid");
    for (FileColumn column : contents.columns()) {
      out.raw(',');
      text(aliases ? column.title().in(contents.lang()) : column.name());
    }
    boolean degrees = contents.target().crs().isGeographic();
    switch (places) {
      case NONE -> {}
      case POINT -> out.raw(degrees ? ",lon,lat" : ",x,y").raw(hasZ ? ",z" : "");
      case WKT -> out.raw(",wkt");
    }
    out.raw("\r\n");
  }

  @Override
  public void add(FileRow row) throws SQLException {
    out.integer(row.fid());
    for (int i = 0; i < columns; i++) {
      out.raw(',');
      value(row.value(i));
    }
    switch (places) {
      case NONE -> {}
      case POINT -> point(row.shape());
      case WKT -> shape(row.shape());
    }
    out.raw("\r\n");
  }

  private void value(@Nullable Object value) {
    switch (value) {
      case null -> {}
      case Long number -> out.integer(number);
      case Double number -> out.raw(plain(number));
      case Boolean bool -> out.raw(bool.toString());
      case Instant moment -> out.raw(JsonValues.moment(moment));
      default -> text(value.toString());
    }
  }

  private void point(@Nullable Geometry shape) {
    if (shape instanceof Point point) {
      Coordinate at = point.getCoordinate();
      out.raw(',').decimal(at.x, digits).raw(',').decimal(at.y, digits);
      if (hasZ) {
        out.raw(',').raw(plain(at.getZ()));
      }
    } else {
      out.raw(hasZ ? ",,," : ",,");
    }
  }

  private void shape(@Nullable Geometry shape) {
    out.raw(',');
    if (shape != null) {
      out.raw('"');
      wkt.write(shape);
      out.raw('"');
    }
  }

  private void text(String text) {
    boolean formula = Spreadsheet.isLikeFormula(text) && !NUMBER.matcher(text).matches();
    if (formula) {
      guarded++;
    }
    String shown = formula ? "'" + text : text;
    if (needsQuotes(shown)) {
      out.raw('"');
      out.raw(shown.replace("\"", "\"\""));
      out.raw('"');
    } else {
      out.raw(shown);
    }
  }

  private static boolean needsQuotes(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == ',' || c == '\n' || c == '\r') {
        return true;
      }
    }
    return !text.isEmpty() && (text.charAt(0) <= ' ' || text.charAt(text.length() - 1) <= ' ');
  }

  /** Without an exponent, which spreadsheets round, where that does not take a line of zeros. */
  private static String plain(double number) {
    if (!Double.isFinite(number)) {
      return "";
    }
    String text = Double.toString(number);
    double size = Math.abs(number);
    boolean asItIs = text.indexOf('E') < 0 || size < LEAST_PLAIN || size >= MOST_PLAIN;
    String plain = asItIs ? text : new BigDecimal(text).toPlainString();
    return plain.endsWith(".0") ? plain.substring(0, plain.length() - 2) : plain;
  }

  @Override
  public List<Text> finish() {
    out.flush();
    return guarded == 0
        ? List.of()
        : List.of(
            Text.of(
                "%d 个文本值以 = + - @ 等开头，已在前面加单引号，以免被表格软件当作公式执行。".formatted(guarded),
                ("%d texts begin with = + - @ or the like and got an apostrophe in front, so that"
                        + " no spreadsheet runs them as formulas.")
                    .formatted(guarded)));
  }

  @Override
  public void close() {
    // It holds nothing but the answer.
  }
}

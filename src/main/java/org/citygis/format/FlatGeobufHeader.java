package org.citygis.format;

import com.google.flatbuffers.FlatBufferBuilder;
import java.util.List;
import org.citygis.storage.GeometryColumn;
import org.citygis.text.Lang;
import org.jspecify.annotations.Nullable;
import org.wololo.flatgeobuf.generated.Column;
import org.wololo.flatgeobuf.generated.ColumnType;
import org.wololo.flatgeobuf.generated.Crs;
import org.wololo.flatgeobuf.generated.GeometryType;
import org.wololo.flatgeobuf.generated.Header;

/** The head of a FlatGeobuf file: what it is of, its columns, its reference system. */
final class FlatGeobufHeader {
  private static final int NO_INDEX = 0;

  /** The format's way to say that readers must see for themselves. */
  private static final int NO_COUNT = 0;

  private final FlatBufferBuilder out = new FlatBufferBuilder(4_096);
  private final Contents contents;
  private final Lang lang;

  FlatGeobufHeader(Contents contents) {
    this.contents = contents;
    this.lang = contents.lang();
  }

  /** With its length in front, as the file has it. */
  byte[] bytes() {
    int name = out.createString(contents.id());
    int title = out.createString(contents.title().in(lang));
    int description = out.createString(contents.target().description().in(lang));
    int columns = columns(contents.columns());
    int crs = crs(contents.target());
    GeometryColumn geometry = contents.geometry();
    Header.startHeader(out);
    Header.addName(out, name);
    Header.addTitle(out, title);
    Header.addDescription(out, description);
    Header.addGeometryType(out, type(geometry == null ? null : geometry.type()));
    Header.addHasZ(out, geometry != null && geometry.hasZ());
    Header.addHasM(out, geometry != null && geometry.hasM());
    Header.addColumns(out, columns);
    Header.addFeaturesCount(out, contents.rows() == Contents.UNKNOWN ? NO_COUNT : contents.rows());
    Header.addIndexNodeSize(out, NO_INDEX);
    Header.addCrs(out, crs);
    Header.finishSizePrefixedHeaderBuffer(out, Header.endHeader(out));
    return out.sizedByteArray();
  }

  private int columns(List<FileColumn> columns) {
    int[] offsets = new int[columns.size()];
    for (int i = 0; i < offsets.length; i++) {
      FileColumn column = columns.get(i);
      int name = out.createString(column.name());
      int title = out.createString(column.title().in(lang));
      Column.startColumn(out);
      Column.addName(out, name);
      Column.addType(out, type(column));
      Column.addTitle(out, title);
      Column.addNullable(out, true);
      offsets[i] = Column.endColumn(out);
    }
    return Header.createColumnsVector(out, offsets);
  }

  private int crs(TargetSystem target) {
    int name = out.createString(target.isShifted() ? target.code() : target.crs().name());
    int description = out.createString(target.description().in(lang));
    if (target.isShifted()) {
      Crs.startCrs(out);
    } else {
      int organisation = out.createString("EPSG");
      Crs.startCrs(out);
      Crs.addOrg(out, organisation);
      Crs.addCode(out, target.crs().srid());
    }
    Crs.addName(out, name);
    Crs.addDescription(out, description);
    return Crs.endCrs(out);
  }

  private static int type(GeometryColumn.@Nullable Type type) {
    return switch (type) {
      case POINT -> GeometryType.Point;
      case MULTIPOINT -> GeometryType.MultiPoint;
      case MULTILINESTRING -> GeometryType.MultiLineString;
      case MULTIPOLYGON -> GeometryType.MultiPolygon;
      case GEOMETRY -> GeometryType.Unknown;
      case null -> GeometryType.Unknown;
    };
  }

  static int type(FileColumn column) {
    return switch (column.type()) {
      case TEXT -> column.isJson() ? ColumnType.Json : ColumnType.String;
      case INTEGER -> ColumnType.Long;
      case NUMBER -> ColumnType.Double;
      case BOOLEAN -> ColumnType.Bool;
      case DATE, DATETIME -> ColumnType.DateTime;
    };
  }
}

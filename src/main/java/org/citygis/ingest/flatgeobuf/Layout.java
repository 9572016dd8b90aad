package org.citygis.ingest.flatgeobuf;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.citygis.ingest.source.Defect;
import org.citygis.ingest.source.FieldKind;
import org.citygis.ingest.source.FieldNames;
import org.citygis.ingest.source.Finding;
import org.citygis.ingest.source.Findings;
import org.citygis.ingest.source.RecordLimit;
import org.citygis.ingest.source.ReferenceClue;
import org.citygis.ingest.source.SourceField;
import org.citygis.ingest.source.UnreadableFile;
import org.jspecify.annotations.Nullable;
import org.wololo.flatgeobuf.generated.Column;
import org.wololo.flatgeobuf.generated.ColumnType;
import org.wololo.flatgeobuf.generated.Crs;
import org.wololo.flatgeobuf.generated.Header;

/**
 * What the header of a file says.
 *
 * @param types by column, as the format numbers them
 * @param positions of the columns among the fields, -1 for those that are left out
 * @param features 0 where the writer did not know
 * @param index bytes between the header and the first feature
 */
record Layout(
    int geometryType,
    int[] types,
    int[] positions,
    List<SourceField> fields,
    long features,
    long index,
    ReferenceClue reference) {
  private static final byte[] MAGIC = {0x66, 0x67, 0x62, 3, 0x66, 0x67, 0x62};
  private static final int LARGEST_HEADER = 16 << 20;
  private static final int NODE = 40;

  /** Reads up to the first feature. */
  static Layout read(SizedBuffers in, Findings findings) throws IOException, UnreadableFile {
    byte[] magic = in.bytes(MAGIC.length + 1);
    if (magic.length <= MAGIC.length || Arrays.mismatch(magic, MAGIC) != MAGIC.length) {
      throw broken("no FlatGeobuf 3 header");
    }
    ByteBuffer buffer = in.next(LARGEST_HEADER);
    if (buffer == null) {
      throw broken("header size");
    }
    Layout layout;
    try {
      layout = of(Header.getRootAsHeader(buffer), findings);
    } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
      throw broken("header");
    }
    if (!in.skip(layout.index)) {
      throw broken("index of " + layout.features + " features");
    }
    return layout;
  }

  private static Layout of(Header header, Findings findings) throws UnreadableFile {
    int count = header.columnsLength();
    if (count < 0 || count > RecordLimit.FIELDS) {
      throw new UnreadableFile(Finding.of(0, Defect.FIELDS_TOO_MANY, count, RecordLimit.FIELDS));
    }
    int[] types = new int[count];
    int[] positions = new int[count];
    List<SourceField> fields = new ArrayList<>();
    FieldNames names = new FieldNames(findings);
    for (int i = 0; i < count; i++) {
      Column column = header.columns(i);
      types[i] = column.type();
      String original = column.name() == null ? "" : column.name();
      FieldKind kind = kind(types[i]);
      if (kind == null) {
        findings.add(0, Defect.FIELD_BINARY, original);
        positions[i] = -1;
      } else {
        positions[i] = fields.size();
        fields.add(
            new SourceField(
                names.claim(original.replace("\0", "").strip()),
                original,
                kind,
                kind == FieldKind.TEXT ? Math.max(column.width(), 0) : 0));
      }
    }
    long features = header.featuresCount();
    if (features < 0) {
      throw broken("features = " + Long.toUnsignedString(features));
    }
    return new Layout(
        header.geometryType(),
        types,
        positions,
        List.copyOf(fields),
        features,
        index(features, header.indexNodeSize()),
        reference(header.crs()));
  }

  /** The bytes of a packed R-tree over so many features, which is built from its leaves up. */
  private static long index(long features, int nodeSize) throws UnreadableFile {
    if (features == 0 || nodeSize == 0) {
      return 0;
    }
    if (nodeSize < 2 || features > Long.MAX_VALUE / NODE / 4) {
      throw broken("index of " + features + " features");
    }
    long nodes = features;
    for (long level = features; level > 1; ) {
      level = (level + nodeSize - 1) / nodeSize;
      nodes += level;
    }
    return nodes * NODE;
  }

  private static @Nullable FieldKind kind(int type) {
    return switch (type) {
      case ColumnType.Byte,
          ColumnType.UByte,
          ColumnType.Short,
          ColumnType.UShort,
          ColumnType.Int,
          ColumnType.UInt,
          ColumnType.Long ->
          FieldKind.INTEGER;
      case ColumnType.ULong -> FieldKind.LARGE_INTEGER;
      case ColumnType.Bool -> FieldKind.BOOLEAN;
      case ColumnType.Float, ColumnType.Double -> FieldKind.NUMBER;
      case ColumnType.DateTime -> FieldKind.DATETIME;
      case ColumnType.Binary -> null;
      default -> FieldKind.TEXT;
    };
  }

  private static ReferenceClue reference(@Nullable Crs crs) {
    if (crs == null) {
      return new ReferenceClue.Unmarked();
    }
    String authority = crs.org() == null ? "EPSG" : crs.org();
    if (crs.code() > 0 && authority.equalsIgnoreCase("EPSG")) {
      return new ReferenceClue.Code("EPSG:" + crs.code());
    }
    String wkt = crs.wkt();
    return wkt == null || wkt.isBlank()
        ? new ReferenceClue.Unmarked()
        : new ReferenceClue.Wkt(wkt.strip());
  }

  static UnreadableFile broken(String what) {
    return new UnreadableFile(Finding.of(0, Defect.FGB_BROKEN, what));
  }
}

package org.citygis.ingest.source;

import static org.citygis.ingest.source.Severity.ERROR;
import static org.citygis.ingest.source.Severity.INFO;
import static org.citygis.ingest.source.Severity.WARNING;

import java.util.Locale;
import org.citygis.text.Text;

/** Everything that can be wrong with a file, in the words that staff read. */
public enum Defect {
  // Archives and uploads
  FILE_UNREADABLE(ERROR, "文件 %s 无法读取：%s", "File %s cannot be read: %s"),
  FILE_KIND_UNKNOWN(
      ERROR,
      "文件 %s 不是可识别的格式（支持 Shapefile、GeoJSON、GeoPackage、FlatGeobuf、KML、KMZ、CSV、TSV，以及含有它们的 zip）",
      "File %s is of no known format (shapefile, GeoJSON, GeoPackage, FlatGeobuf, KML, KMZ, CSV, TSV or a zip of them is expected)"),
  ARCHIVE_BROKEN(ERROR, "压缩包 %s 已损坏或不完整：%s", "Archive %s is broken or incomplete: %s"),
  ARCHIVE_ENCRYPTED(
      ERROR, "压缩包 %s 已加密，请解密后上传", "Archive %s is encrypted; send it without a password"),
  ARCHIVE_EMPTY(ERROR, "压缩包 %s 是空的", "Archive %s is empty"),
  ARCHIVE_WITHOUT_LAYER(
      ERROR,
      "%s 中没有可导入的图层（Shapefile、GeoJSON、GeoPackage、FlatGeobuf、KML、CSV、TSV）",
      "%s holds no layer (shapefile, GeoJSON, GeoPackage, FlatGeobuf, KML, CSV or TSV)"),
  ARCHIVE_TOO_MANY_ENTRIES(
      ERROR, "压缩包 %s 有 %s 个条目，最多允许 %s 个", "Archive %s has %s entries; at most %s are allowed"),
  ARCHIVE_TOO_LARGE(
      ERROR,
      "压缩包 %s 在 %s 处解压后超过 %s 字节的上限",
      "Archive %s inflates to more than %3$s bytes at entry %2$s"),
  ARCHIVE_BOMB(
      ERROR,
      "压缩包 %s 的条目 %s 压缩比超过 %s，疑为压缩炸弹，已拒绝",
      "Archive %s is refused: entry %s inflates to more than %s times its size, as a bomb does"),
  ENTRY_ESCAPES(
      WARNING, "条目 %s 的路径指向压缩包之外，已忽略", "Entry %s was ignored: its path leads out of the archive"),
  ENTRY_TWICE(WARNING, "条目 %s 重复，仅使用第一个", "Entry %s occurs twice; the first one is used"),
  ARCHIVE_NESTED_TOO_DEEP(
      WARNING, "压缩包中的压缩包 %s 嵌套过深，已忽略", "Archive %s was ignored: it is nested too deeply"),
  ARCHIVE_NAMES_GBK(INFO, "压缩包 %s 的文件名按 GB18030 读取", "Names in archive %s were read as GB18030"),

  // .shp and .shx
  SHP_MISSING(WARNING, "缺少 .shp，只能作为无几何的表导入", "There is no .shp; the .dbf is offered as a table"),
  SHP_TOO_SHORT(
      ERROR, ".shp 仅 %s 字节，文件头需要 100 字节", "The .shp has only %s bytes; its header alone takes 100"),
  SHP_NOT_A_SHAPEFILE(
      ERROR,
      ".shp 的文件头不是 Shapefile（代码 %s，应为 9994）",
      "The .shp does not begin as a shapefile does (code %s instead of 9994)"),
  SHP_TYPE_UNKNOWN(WARNING, "文件头中的几何类型 %s 未知", "The header names an unknown shape type %s"),
  SHP_CUT_OFF(
      WARNING,
      ".shp 不完整：文件在字节 %s 处中断，共 %s 条记录，读出 %s 条",
      "The .shp is cut off at byte %s: %3$s of %2$s records could be read"),
  SHP_BAD_HEADER(
      WARNING,
      "字节 %s 处的记录头无效，其后内容未读取，已读 %s 条",
      "The record header at byte %s is not valid; reading stopped after %s records"),
  SHP_RECORD_OUTSIDE(
      WARNING, "记录不在 .shp 文件范围内，几何置空", "The record lies outside the .shp; it has no geometry"),
  SHP_RECORD_TOO_LARGE(
      WARNING,
      "记录长 %s 字节，超过上限，几何置空",
      "The record of %s bytes is over the limit; it has no geometry"),
  SHX_MISSING(INFO, "缺少 .shx，按顺序读取 .shp", "There is no .shx; the .shp was read in sequence"),
  SHX_UNUSABLE(
      WARNING,
      ".shx 不可用（%s），按顺序读取 .shp",
      "The .shx is of no use (%s); the .shp was read in sequence"),
  SHX_INCOMPLETE(
      WARNING,
      ".shx 只有 %s 条，.dbf 有 %s 行，其余按顺序读取",
      "The .shx has %s entries, the .dbf %s rows; the rest was read in sequence"),

  // Shapes
  SHAPE_TYPE_UNKNOWN(WARNING, "未知几何类型 %s，几何置空", "Unknown shape type %s; the row has no geometry"),
  SHAPE_TYPE_DIFFERS(
      WARNING,
      "几何类型 %s 与图层类型不符，几何置空",
      "Shape type %s does not fit the layer; the row has no geometry"),
  SHAPE_TOO_SHORT(
      WARNING, "记录内容过短（%s 字节），几何置空", "The record is too short (%s bytes); it has no geometry"),
  SHAPE_BAD_COUNT(
      WARNING,
      "部件数 %s 或点数 %s 不合理，几何置空",
      "%s parts or %s points do not fit the record; it has no geometry"),
  SHAPE_BAD_PARTS(
      WARNING, "部件起点无效，几何置空", "The parts' offsets are not valid; the row has no geometry"),
  SHAPE_FIRST_PART_LATE(
      WARNING, "第一个部件不从第一个点开始", "The first part does not begin with the first point"),
  SHAPE_NOT_FINITE(
      WARNING,
      "坐标不是有限数值（NaN 或无穷），几何置空",
      "A coordinate is not a finite number; the row has no geometry"),
  SHAPE_Z_MISSING(
      WARNING, "缺少 Z 值，按二维读取", "Z values are missing; the shape was read in two dimensions"),
  RING_NOT_CLOSED(WARNING, "环未闭合，已闭合", "A ring was not closed; it has been closed"),
  PART_TOO_SMALL(WARNING, "部件点数过少，已舍去", "A part with too few different points was dropped"),
  SHAPE_EMPTY(WARNING, "没有可用的部件，几何置空", "No part is usable; the row has no geometry"),
  RINGS_INVERTED(
      INFO, "环方向有误，按嵌套关系重组", "Rings turn the wrong way; they were sorted by which lies in which"),
  MULTIPATCH_CONVERTED(INFO, "三维多面片已转换为多面", "A multipatch was turned into polygons"),

  // .dbf
  DBF_MISSING(WARNING, "缺少 .dbf，仅有几何", "There is no .dbf; the layer has no attributes"),
  DBF_UNUSABLE(
      WARNING, ".dbf 文件头不可用（%s），仅有几何", "The header of the .dbf is of no use (%s); no attributes"),
  DBF_FEWER_ROWS(
      WARNING,
      ".dbf 只有 %s 行，.shp 有 %s 条，缺少的属性置空",
      "The .dbf has %s rows, the .shp %s; the others have no attributes"),
  DBF_MORE_ROWS(
      WARNING,
      ".dbf 有 %s 行，.shp 只有 %s 条，多余的行已忽略",
      "The .dbf has %s rows, the .shp only %s; the surplus was ignored"),
  DBF_COUNT_WRONG(
      WARNING, ".dbf 文件头称有 %s 行，实际 %s 行", "The header of the .dbf claims %s rows; it has %s"),
  DBF_HEADER_REPAIRED(
      INFO,
      ".dbf 文件头中的长度有误，已按内容推算",
      "Lengths in the header of the .dbf are wrong; they were computed"),
  ROWS_DELETED(INFO, "%s 行标记为已删除，已跳过", "%s rows are marked as deleted and were skipped"),
  FIELD_RENAMED(
      INFO,
      "字段 %s 改名为 %s（重复、为空或保留名）",
      "Field %s is called %s here: its name is taken, empty or reserved"),
  FIELD_MEMO(
      WARNING, "字段 %s 为备注类型，内容在 .dbt 中，未读取", "Memo field %s lies in a .dbt file and was not read"),
  VALUE_NOT_NUMBER(WARNING, "字段 %s 的值“%s”不是数字，置空", "Field %s: “%s” is not a number; left empty"),
  VALUE_CUT_TO_INTEGER(
      WARNING, "整数字段 %s 的值“%s”有小数，已舍去", "Field %s holds integers: “%s” lost its fraction"),
  VALUE_NOT_DATE(WARNING, "字段 %s 的值“%s”不是日期，置空", "Field %s: “%s” is not a date; left empty"),
  TEXT_UNDECODABLE(WARNING, "字段 %s 的文字无法按 %s 解码", "Field %s: its text cannot be decoded as %s"),

  // Text encoding
  ENCODING_MARK_UNKNOWN(
      WARNING, ".cpg 的内容“%s”不是已知编码，已忽略", "The .cpg names no known encoding (“%s”) and was ignored"),
  ENCODING_MARK_WRONG(
      WARNING,
      "%s 声明编码为 %s，但文字不符，已忽略",
      "%s claims %s, which the text does not fit; it was ignored"),
  ENCODING_GUESSED(
      INFO, "编码未声明，按内容推断为 %s，请核对样例", "No encoding is declared; %s was inferred, check the sample"),

  // GeoJSON
  JSON_BROKEN(ERROR, "第 %s 行第 %s 列起不是有效的 JSON：%s", "Not valid JSON at line %s, column %s: %s"),
  JSON_NOT_GEOJSON(ERROR, "不是 GeoJSON：%s", "This is not GeoJSON: %s"),
  JSON_GEOMETRY_BAD(WARNING, "几何无效：%s，置空", "The geometry cannot be read: %s; the row has none"),
  JSON_FEATURE_BAD(WARNING, "不是要素，已跳过", "This is not a feature and was skipped"),
  JSON_TOO_MANY_FIELDS(ERROR, "属性字段超过 %s 个", "There are more than %s different properties"),

  // CSV, GeoPackage, FlatGeobuf, KML
  FORMAT_NOT_READ(
      WARNING,
      "%s 是 %s 格式，暂不支持，请在原软件中导出为 %s 后上传",
      "%s is %s, which is not read here; export it as %s and send that"),
  SHAPEFILE_INCOMPLETE(
      ERROR,
      "%s 只有 %s，缺少 .shp 和 .dbf，请一起上传",
      "Of %s there is only %s: the .shp and .dbf are missing; send them together"),
  GEOMETRY_UNREADABLE(WARNING, "几何无法读取：%s，置空", "The geometry cannot be read: %s; the row has none"),
  VALUE_NOT_BOOLEAN(
      WARNING, "字段 %s 的值“%s”不是真或假，置空", "Field %s: “%s” is neither true nor false; left empty"),
  VALUE_TOO_LARGE(
      WARNING, "字段 %s 的值超过 %s 字节，置空", "Field %s: a value has more than %s bytes; left empty"),
  FIELD_BINARY(WARNING, "字段 %s 为二进制内容，未读取", "Field %s holds binary data and was not read"),
  REFERENCES_DIFFER(
      WARNING,
      "坐标系 %s 与第一个要素的 %s 不同，按后者读取",
      "Reference system %s differs from %s of the first feature, which was assumed"),
  CSV_EMPTY(ERROR, "文件没有表头行", "The file has no line with the names of its columns"),
  CSV_BROKEN(ERROR, "第 %s 行附近不是有效的 CSV：%s", "Not valid CSV near line %s: %s"),
  CSV_RECORD_TOO_LONG(
      ERROR,
      "第 %s 行起的一条记录超过 %s 个字符，可能缺少一个引号",
      "The record from line %s on has more than %s characters; perhaps a quote is missing"),
  CSV_ROW_RAGGED(WARNING, "该行有 %s 列，表头有 %s 列", "The row has %s columns, the header %s"),
  GPKG_NOT_GEOPACKAGE(ERROR, "不是 GeoPackage：%s", "This is not a GeoPackage: %s"),
  GPKG_BROKEN(ERROR, "GeoPackage 已损坏或无法读取：%s", "The GeoPackage is broken or cannot be read: %s"),
  GPKG_WITHOUT_LAYER(
      ERROR,
      "GeoPackage %s 中没有要素表或属性表（影像和瓦片不能导入）",
      "GeoPackage %s holds no table of features or attributes (images and tiles are not imported)"),
  GPKG_STALLED(
      ERROR,
      "读取 GeoPackage 超过 %s 秒没有进展，已停止",
      "The GeoPackage gave nothing for more than %s seconds; reading stopped"),
  GPKG_VIEW_IGNORED(
      WARNING,
      "%s 是视图或虚拟表，未读取；请导出为普通图层",
      "%s is a view or a virtual table and was not read; export it as a layer"),
  GPKG_UNFINISHED(
      WARNING,
      "%s 中的修改未写入 GeoPackage，未读取；请关闭占用该文件的软件后重新上传",
      "Changes in %s are not yet part of the GeoPackage and were not read; close it and send it again"),
  FGB_BROKEN(ERROR, "FlatGeobuf 已损坏或无法读取：%s", "The FlatGeobuf is broken: %s"),
  FGB_CUT_OFF(
      WARNING,
      "FlatGeobuf 在字节 %s 处中断，已读 %s 条",
      "The FlatGeobuf breaks off at byte %s; %s features were read"),
  FEATURE_DAMAGED(WARNING, "要素数据已损坏，部分内容置空", "The feature is damaged; part of it was left empty"),
  KML_BROKEN(ERROR, "第 %s 行第 %s 列起不是有效的 KML：%s", "Not valid KML at line %s, column %s: %s"),
  KML_NOT_KML(ERROR, "不是 KML：根元素为 %s", "This is not KML: its root is %s"),
  KML_LINK_IGNORED(
      WARNING, "链接 %s 指向其他文件，未读取", "Link %s leads to another file, which was not read"),

  // Reference system
  CRS_MISSING(ERROR, "没有坐标系说明（.prj），请选择坐标系", "No reference system is declared (.prj); choose one"),
  CRS_UNKNOWN(ERROR, "无法识别坐标系 %s，请选择坐标系", "Reference system %s is not known; choose one"),
  CRS_DOES_NOT_FIT(
      ERROR,
      "坐标范围 %2$s 与坐标系 %1$s 不符，请选择其他坐标系",
      "The coordinates (%2$s) do not fit reference system %1$s; choose another one"),
  CRS_SWAPPED(
      WARNING,
      "x、y 可能互换（北坐标或纬度在前），按 %s 互换后落在本市",
      "x and y seem to be exchanged (northing or latitude first): as %s the layer lies in the city"),
  CRS_IN_FEET(
      WARNING,
      "坐标可能以英尺为单位：按 %s 换算后落在本市",
      "The coordinates seem to be feet: as %s the layer lies in the city"),
  SHIFT_SUSPECTED(
      WARNING,
      "疑似 %s 加密偏移，约 %s 米（与图层 %s 比较）",
      "Seems to be shifted as %s does, by some %s m (compared with layer %s)"),
  LAYER_OUTSIDE_CITY(WARNING, "%2$s 个要素中有 %1$s 个在本市范围之外", "%s of %s features lie outside the city"),

  // Content
  LAYER_EMPTY(ERROR, "图层没有要素", "The layer has no features"),
  LAYER_WITHOUT_CONTENT(ERROR, "图层既没有几何也没有字段", "The layer has neither geometry nor fields"),
  LAYER_WITHOUT_GEOMETRY(WARNING, "所有要素都没有几何", "No feature has a geometry"),
  GEOMETRY_MISSING(WARNING, "要素没有几何", "The feature has no geometry"),
  GEOMETRY_INVALID(WARNING, "几何无效：%s，位置 %s", "Invalid geometry: %s at %s"),
  GEOMETRY_LOST(WARNING, "几何无法修复，置空", "The geometry cannot be repaired; the row has none"),
  VALUE_UNFIT(WARNING, "值与目标字段类型不符，置空", "A value does not fit the type of its field; left empty"),
  GEOMETRY_EMPTY(WARNING, "几何为空（%s）", "The geometry is empty (%s)"),
  GEOMETRY_OTHER_KIND(WARNING, "几何类型为 %s，图层其余为 %s", "The geometry is a %s, the layer is of %s"),
  GEOMETRY_DUPLICATE(INFO, "几何与第 %s 行完全相同", "The same geometry as row %s"),
  VALUE_UNLIKE_OTHERS(
      INFO,
      "字段 %s 中 %s 个值与其余的不同（其余为 %s），如“%s”",
      "Field %s: %s values are unlike all others, which are of type %s; such as “%s”"),
  GEOMETRY_SLIVER(INFO, "碎屑多边形：面积 %s 平方米，平均宽度 %s 米", "A sliver: %s m² at a mean width of %s m"),
  GEOMETRY_OUTSIDE_CITY(WARNING, "位于本市范围之外", "It lies outside the city"),
  ROW_DUPLICATE(WARNING, "几何与属性都与第 %s 行相同", "Geometry and attributes are the same as in row %s"),
  DUPLICATES_NOT_SOUGHT(
      INFO,
      "相同的行过多，有 %s 行未检查重复",
      "Too many rows are alike: %s of them were not searched for duplicates"),
  VALUE_BEYOND(
      WARNING,
      "字段 %s 的值“%s”超出目标类型 %s 的范围",
      "Field %s: “%s” is beyond what the target's type %s holds"),
  VALUE_UNPARSED(
      WARNING, "字段 %s 的值“%s”不能转换为目标类型 %s", "Field %s: “%s” cannot be read as the target's type %s"),
  CODE_UNKNOWN(WARNING, "字段 %s 的值“%s”不在代码表 %s 中", "Field %s: “%s” is not in code list %s"),
  KEY_MISSING(WARNING, "文件中没有关键字段 %s", "The file has no field for the key %s"),
  KEY_EMPTY(WARNING, "关键字段 %s 为空", "Key field %s is empty"),
  KEY_DUPLICATE(WARNING, "关键字段 %s 的值“%s”与第 %s 行重复", "Key field %s: “%s” occurs already in row %s"),
  FAULTS_CUT(INFO, "问题清单只列出前 %s 条，共 %s 条", "The list holds the first %s of %s problems"),
  GEOMETRY_MIXED(ERROR, "图层混有多种几何类型（%s）", "The layer mixes kinds of geometry (%s)"),
  FIELDS_TOO_MANY(ERROR, "共有 %s 个字段，最多支持 %s 个", "There are %s fields; at most %s are possible");

  private final Severity severity;
  private final Text words;

  Defect(Severity severity, String chinese, String english) {
    this.severity = severity;
    this.words = Text.of(chinese, english);
  }

  public Severity severity() {
    return severity;
  }

  /** The stable name in reports, such as {@code shx-missing}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The words, with a {@code %s} for each argument of a finding. */
  Text words() {
    return words;
  }
}

package org.citygis.ingest.doctor;

import java.util.Optional;
import org.citygis.ingest.source.Defect;
import org.citygis.text.Text;

/** What somebody who has such a problem in his file does next. */
final class Advice {
  private Advice() {}

  static Optional<Text> find(Defect defect) {
    return Optional.ofNullable(
        switch (defect) {
          case CRS_MISSING, CRS_UNKNOWN ->
              Text.of(
                  "从候选坐标系中选择一个，在地图上核对位置；下次导出时请带上 .prj。",
                  "Choose one of the candidates and check the place on the map; export with a .prj"
                      + " next time.");
          case CRS_DOES_NOT_FIT ->
              Text.of(
                  "声明的坐标系有误：选择候选坐标系，或向提供者核实。",
                  "The declared system is wrong: choose a candidate or ask who made the file.");
          case CRS_SWAPPED, CRS_IN_FEET ->
              Text.of(
                  "选择带“互换”或“英尺”的候选坐标系，导入时自动换算。",
                  "Choose the candidate that says so; the coordinates are converted on import.");
          case SHIFT_SUSPECTED ->
              Text.of(
                  "在地图上核对偏移；确认后选择纠正，纠正会记入图层的来历。",
                  "Check the offset on the map; choose the correction when it is right, it is noted"
                      + " in the layer's lineage.");
          case ENCODING_GUESSED, ENCODING_MARK_WRONG, ENCODING_MARK_UNKNOWN, TEXT_UNDECODABLE ->
              Text.of(
                  "核对下方样例文字，若有乱码请选择另一种编码；下次导出时带上 .cpg。",
                  "Check the sample texts and choose another encoding where they are garbled; export"
                      + " with a .cpg next time.");
          case GEOMETRY_INVALID ->
              Text.of(
                  "导入时选择“修复”，或按清单中的位置在桌面软件中改正。",
                  "Let the import repair them, or mend them at the listed places in a desktop"
                      + " program.");
          case GEOMETRY_MISSING, GEOMETRY_EMPTY, SHAPE_EMPTY ->
              Text.of(
                  "补充几何，或在导入时略过这些行。", "Add the geometry, or let the import leave these rows out.");
          case ROW_DUPLICATE, GEOMETRY_DUPLICATE ->
              Text.of("核对后删除多余的行。", "Compare the rows and delete those that are too many.");
          case GEOMETRY_SLIVER ->
              Text.of(
                  "多为叠加分析的碎屑：并入相邻多边形。",
                  "Mostly scraps of an overlay: merge them into their neighbours.");
          case GEOMETRY_OUTSIDE_CITY, LAYER_OUTSIDE_CITY ->
              Text.of(
                  "核对坐标系和这些要素的坐标。",
                  "Check the reference system and the coordinates of these features.");
          case GEOMETRY_OTHER_KIND ->
              Text.of("把不同类型的几何分成不同图层。", "Part the kinds of geometry into layers of their own.");
          case VALUE_NOT_NUMBER,
              VALUE_NOT_DATE,
              VALUE_CUT_TO_INTEGER,
              VALUE_BEYOND,
              VALUE_UNPARSED,
              VALUE_UNFIT ->
              Text.of(
                  "改正清单中的值；不改则导入后为空。", "Correct the listed values; they are left empty otherwise.");
          case VALUE_UNLIKE_OTHERS ->
              Text.of(
                  "核对这些值；不改则整个字段按文本导入。",
                  "Check these values; otherwise the whole field is imported as text.");
          case CODE_UNKNOWN ->
              Text.of(
                  "在字段对应一步把这些值对应到代码，或改正文件。",
                  "Map these values to codes in the mapping step, or correct the file.");
          case KEY_MISSING, KEY_EMPTY, KEY_DUPLICATE ->
              Text.of(
                  "更新方式需要唯一的关键字段：改正后再导入，或选择整体替换。",
                  "An update by key needs a key that is unique: correct it, or replace the layer as a"
                      + " whole.");
          case SHP_CUT_OFF, SHP_BAD_HEADER, DBF_FEWER_ROWS, DBF_MORE_ROWS, SHX_UNUSABLE ->
              Text.of(
                  "文件可能没有传完整：请重新复制或导出。",
                  "The file may not have arrived whole: copy or export it again.");
          default -> null;
        });
  }
}

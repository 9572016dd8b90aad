package org.citygis.ingest.doctor;

import java.util.List;
import java.util.Map;
import org.citygis.ingest.source.Defect;
import org.citygis.ingest.source.Finding;
import org.citygis.text.Text;

/** Says in both languages what is wrong; what JTS calls a fault of a geometry is translated. */
public final class Words {
  private static final Map<String, String> KINDS =
      Map.ofEntries(
          Map.entry("Self-intersection", "自相交"),
          Map.entry("Ring Self-intersection", "环自相交"),
          Map.entry("Hole lies outside shell", "洞在外环之外"),
          Map.entry("Holes are nested", "洞相互嵌套"),
          Map.entry("Interior is disconnected", "内部不连通"),
          Map.entry("Nested shells", "外环相互嵌套"),
          Map.entry("Duplicate Rings", "重复的环"),
          Map.entry("Too few distinct points in geometry component", "不同的点过少"),
          Map.entry("Invalid Coordinate", "坐标无效"),
          Map.entry("Ring is not closed", "环未闭合"),
          Map.entry("Topology Validation Error", "拓扑错误"));

  private Words() {}

  public static Text of(Finding finding) {
    return of(finding.defect(), finding.arguments());
  }

  static Text of(Defect defect, List<String> arguments) {
    Text words = new Finding(0, defect, arguments).message();
    if (defect != Defect.GEOMETRY_INVALID || arguments.isEmpty()) {
      return words;
    }
    String kind = arguments.getFirst();
    return Text.of(words.zh().replace(kind, KINDS.getOrDefault(kind, kind)), words.en());
  }
}

package org.citygis.ingest.doctor;

import java.util.Set;
import org.citygis.text.Text;

/** How one aspect of a layer stands. */
enum Light {
  GOOD("good", "良好", "in order"),
  FAIR("fair", "需留意", "to be looked at"),
  BAD("bad", "须处理", "to be put right");

  /** The aspects of a layer, and by what the codes of their defects begin. */
  enum Aspect {
    TEXT("文字编码", "Text", Set.of("encoding", "text")),
    REFERENCE("坐标系", "Reference system", Set.of("crs", "shift", "layer-outside")),
    GEOMETRY(
        "几何",
        "Geometry",
        Set.of(
            "geometry",
            "shape",
            "shp",
            "shx",
            "ring",
            "part",
            "multipatch",
            "row-dup",
            "json-geo",
            "layer-without-geometry",
            "layer-empty")),
    ATTRIBUTES(
        "属性", "Attributes", Set.of("dbf", "field", "value", "code", "key", "rows", "json-too"));

    private final Text title;
    private final Set<String> beginnings;

    Aspect(String zh, String en, Set<String> beginnings) {
      this.title = Text.of(zh, en);
      this.beginnings = beginnings;
    }

    Text title() {
      return title;
    }

    boolean holds(String code) {
      return beginnings.stream().anyMatch(code::startsWith);
    }
  }

  private final String style;
  private final Text words;

  Light(String style, String zh, String en) {
    this.style = style;
    this.words = Text.of(zh, en);
  }

  String style() {
    return style;
  }

  Text words() {
    return words;
  }

  static Light of(String severity) {
    return switch (severity) {
      case "error" -> BAD;
      case "warning" -> FAIR;
      default -> GOOD;
    };
  }

  /** The worst problem of an aspect decides. */
  static Light of(ImportReport.Dataset dataset, Aspect aspect) {
    Light worst = GOOD;
    for (ImportReport.Problem problem : dataset.problems()) {
      Light light = of(problem.severity());
      if (aspect.holds(problem.code()) && light.compareTo(worst) > 0) {
        worst = light;
      }
    }
    return worst;
  }

  /** All aspects together. */
  static Light of(ImportReport.Dataset dataset) {
    Light worst = GOOD;
    for (ImportReport.Problem problem : dataset.problems()) {
      Light light = of(problem.severity());
      worst = light.compareTo(worst) > 0 ? light : worst;
    }
    return worst;
  }
}

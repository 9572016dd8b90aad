package org.citygis.features.ogc;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.citygis.catalog.Catalog;
import org.citygis.catalog.CodeList;
import org.citygis.catalog.Field;
import org.citygis.catalog.OpenLayer;
import org.citygis.features.labels.FieldLabels;
import org.citygis.problem.Problem;
import org.citygis.web.Html;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The form that narrows a page of features: every field, a box, a time, a condition in CQL2. Works
 * without a script.
 */
@Component
class FilterForm {
  /** What the form passes on without showing it. */
  private static final Set<String> KEPT =
      Set.of("limit", "crs", "bbox-crs", "filter-lang", "filter-crs", "sortby", "properties");

  private final Catalog catalog;

  FilterForm(Catalog catalog) {
    this.catalog = catalog;
  }

  /**
   * @param problem what was wrong with the values that it shows, null for nothing
   */
  Html of(Frame frame, OpenLayer layer, List<Field> fields, Problem.@Nullable Invalid problem) {
    List<Html> inputs = new ArrayList<>();
    for (Field field : fields) {
      if (!ItemsRequest.OWN.contains(field.name())) {
        inputs.add(labelled(FieldLabels.heading(field, frame.lang()), input(frame, field)));
      }
    }
    if (layer.definition().time() != null) {
      inputs.add(labelled(frame.say("时间（起/止）", "Time (from/to)"), text(frame, "datetime")));
    }
    if (layer.table().geometry() != null) {
      inputs.add(
          labelled(frame.say("范围（西,南,东,北）", "Box (west,south,east,north)"), text(frame, "bbox")));
    }
    return Html.of(
        """
        <details class="filter"{}><summary>{}</summary>{}
        <form method="get" action="{}">{}<div class="inputs">{}</div>{}
        <p><button type="submit">{}</button> <a href="{}">{}</a></p></form></details>
        """,
        problem != null || isNarrowed(frame, fields) ? new Html(" open") : Html.NONE,
        frame.say("筛选", "Filter"),
        refusal(frame, problem),
        frame.address(),
        kept(frame),
        inputs,
        condition(frame, layer),
        frame.say("应用", "Apply"),
        frame.in(frame.address()),
        frame.say("清除", "Clear"));
  }

  private static Html refusal(Frame frame, Problem.@Nullable Invalid problem) {
    return problem == null
        ? Html.NONE
        : Html.of("<p class=\"refusal\" role=\"alert\">{}</p>", problem.detail().in(frame.lang()));
  }

  private static boolean isNarrowed(Frame frame, List<Field> fields) {
    Set<String> asked = frame.query().values().keySet();
    return asked.stream().anyMatch(Set.of("filter", "bbox", "datetime")::contains)
        || fields.stream().map(Field::name).anyMatch(asked::contains);
  }

  private static List<Html> kept(Frame frame) {
    List<Html> kept = new ArrayList<>();
    for (Map.Entry<String, String> value : frame.query().values().entrySet()) {
      if (KEPT.contains(value.getKey())) {
        kept.add(hidden(value.getKey(), value.getValue()));
      }
    }
    kept.add(hidden("f", "html"));
    kept.add(hidden("lang", frame.lang().tag()));
    return kept;
  }

  /** The condition in CQL2, with an example of the layer's own fields and where they are listed. */
  private static Html condition(Frame frame, OpenLayer layer) {
    List<Field> sortables = Sorting.sortables(layer);
    String field = sortables.isEmpty() ? "fid" : sortables.getFirst().name();
    return Html.of(
        """
        <label class="condition"><span>{}</span>
        <textarea name="filter" rows="2" spellcheck="false">{}</textarea></label>
        <p class="fine">{} <code>{} IS NOT NULL AND fid &lt; 100</code> · <a href="{}">{}</a></p>
        """,
        frame.say("条件（CQL2）", "Condition (CQL2)"),
        frame.query().find("filter"),
        frame.say("例：", "Example:"),
        field,
        frame.in(
            frame.root().collection(layer.layer().id()) + "/" + LayerSchema.Kind.QUERYABLES.path()),
        frame.say("可用字段", "fields to name"));
  }

  private Html input(Frame frame, Field field) {
    CodeList codes =
        field.codes() == null ? null : catalog.findCodeList(field.codes()).orElse(null);
    if (codes != null) {
      List<Html> options = new ArrayList<>();
      for (CodeList.Entry entry : codes.entries()) {
        String title = entry.code() + " " + entry.title().in(frame.lang());
        options.add(option(frame, field, entry.code(), title));
      }
      return select(field, options);
    }
    return switch (field.type()) {
      case BOOLEAN ->
          select(
              field,
              List.of(
                  option(frame, field, "true", frame.say("是", "yes")),
                  option(frame, field, "false", frame.say("否", "no"))));
      case DATE ->
          Html.of(
              "<input type=\"date\" name=\"{}\" value=\"{}\">",
              field.name(),
              frame.query().find(field.name()));
      case TEXT, INTEGER, NUMBER, DATETIME -> text(frame, field.name());
    };
  }

  private static Html select(Field field, List<Html> options) {
    return Html.of(
        "<select name=\"{}\"><option value=\"\"></option>{}</select>", field.name(), options);
  }

  private static Html option(Frame frame, Field field, String value, String title) {
    boolean chosen = value.equals(frame.query().find(field.name()));
    return Html.of(
        "<option value=\"{}\"{}>{}</option>",
        value,
        chosen ? new Html(" selected") : Html.NONE,
        title);
  }

  private static Html text(Frame frame, String name) {
    return Html.of("<input name=\"{}\" value=\"{}\">", name, frame.query().find(name));
  }

  private static Html labelled(String label, Html input) {
    return Html.of("<label><span>{}</span>{}</label>", label, input);
  }

  private static Html hidden(String name, String value) {
    return Html.of("<input type=\"hidden\" name=\"{}\" value=\"{}\">", name, value);
  }
}

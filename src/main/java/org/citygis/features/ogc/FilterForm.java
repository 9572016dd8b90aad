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
import org.citygis.web.Html;
import org.springframework.stereotype.Component;

/** The form that narrows a page of features: every field, a box, a time. Works without a script. */
@Component
class FilterForm {
  private final Catalog catalog;

  FilterForm(Catalog catalog) {
    this.catalog = catalog;
  }

  Html of(Frame frame, OpenLayer layer, List<Field> fields) {
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
    Set<String> shown = Set.of("limit", "crs", "bbox-crs");
    List<Html> kept = new ArrayList<>();
    for (Map.Entry<String, String> value : frame.query().values().entrySet()) {
      if (shown.contains(value.getKey())) {
        kept.add(hidden(value.getKey(), value.getValue()));
      }
    }
    kept.add(hidden("f", "html"));
    kept.add(hidden("lang", frame.lang().tag()));
    boolean narrowed =
        frame.query().values().keySet().stream()
            .anyMatch(name -> fields.stream().anyMatch(f -> f.name().equals(name)));
    return Html.of(
        """
        <details class="filter"{}><summary>{}</summary>
        <form method="get" action="{}">{}<div class="inputs">{}</div>
        <p><button type="submit">{}</button> <a href="{}">{}</a></p></form></details>
        """,
        narrowed ? new Html(" open") : Html.NONE,
        frame.say("筛选", "Filter"),
        frame.address(),
        kept,
        inputs,
        frame.say("应用", "Apply"),
        frame.in(frame.address()),
        frame.say("清除", "Clear"));
  }

  private Html input(Frame frame, Field field) {
    CodeList codes =
        field.codes() == null ? null : catalog.findCodeList(field.codes()).orElse(null);
    if (codes == null) {
      return text(frame, field.name());
    }
    String chosen = frame.query().find(field.name());
    List<Html> options =
        codes.entries().stream()
            .map(
                entry ->
                    Html.of(
                        "<option value=\"{}\"{}>{} {}</option>",
                        entry.code(),
                        entry.code().equals(chosen) ? new Html(" selected") : Html.NONE,
                        entry.code(),
                        entry.title().in(frame.lang())))
            .toList();
    return Html.of(
        "<select name=\"{}\"><option value=\"\"></option>{}</select>", field.name(), options);
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

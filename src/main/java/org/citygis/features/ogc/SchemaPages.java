package org.citygis.features.ogc;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.citygis.catalog.OpenLayer;
import org.citygis.text.Lang;
import org.citygis.web.Html;
import org.springframework.stereotype.Component;

/** A schema as a page for people: a table of its properties. */
@Component
class SchemaPages {
  /** Longer lists are folded away. */
  private static final int SHOWN_CODES = 6;

  /**
   * @param schema as {@link LayerSchema} makes it
   */
  Html schema(Frame frame, OpenLayer layer, LayerSchema.Kind kind, Map<String, Object> schema) {
    String collection = layer.definition().title().in(frame.lang());
    String title = collection + " · " + kind.title().in(frame.lang());
    Map<?, ?> properties = (Map<?, ?>) Objects.requireNonNull(schema.get("properties"));
    List<Html> rows = new ArrayList<>();
    properties.forEach((name, property) -> rows.add(row(frame, name, (Map<?, ?>) property)));
    return frame.page(
        title,
        List.of(
            Pages.collections(frame),
            new Frame.Crumb(collection, frame.root().collection(layer.layer().id()))),
        "JSON Schema",
        Format.SCHEMA.toString(),
        Html.of(
            """
            <h1>{}</h1>
            <p class="lead">{}</p>
            <div class="wide"><table><thead><tr><th scope="col">{}</th><th scope="col">{}</th><th scope="col">{}</th><th scope="col">{}</th><th scope="col">{}</th></tr></thead>
            <tbody>{}</tbody></table></div>
            """,
            title,
            explained(kind, frame),
            frame.say("名称", "Name"),
            frame.say("含义", "Meaning"),
            frame.say("类型", "Type"),
            frame.say("单位", "Unit"),
            frame.say("取值", "Values"),
            rows));
  }

  private static String explained(LayerSchema.Kind kind, Frame frame) {
    return switch (kind) {
      case SCHEMA -> frame.say("每个要素所含的内容。", "What every feature consists of.");
      case QUERYABLES ->
          frame.say(
              "可作为参数（名称=值）使用，也可写入 filter（CQL2）。",
              "May be given as parameters (name=value) and named in filter (CQL2).");
      case SORTABLES ->
          frame.say(
              "可写入 sortby，倒序在前面加“-”。", "May be named in sortby, with '-' in front to descend.");
    };
  }

  private static Html row(Frame frame, Object name, Map<?, ?> property) {
    Object type = property.get("format") == null ? property.get("type") : property.get("format");
    return Html.of(
        "<tr><td><code>{}</code></td><td>{}</td><td>{}</td><td>{}</td><td>{}</td></tr>\n",
        name,
        property.get("title"),
        type,
        property.get("x-ogc-unit"),
        values(frame, property));
  }

  private static Html values(Frame frame, Map<?, ?> property) {
    if (!(property.get("oneOf") instanceof List<?> codes)) {
      return Html.of("{}", property.get("description"));
    }
    List<Html> items = new ArrayList<>();
    for (Object code : codes) {
      Map<?, ?> entry = (Map<?, ?>) code;
      items.add(Html.of("<li><code>{}</code> {}</li>", entry.get("const"), entry.get("title")));
    }
    Html list = Html.of("<ul class=\"codes\">{}</ul>", items);
    return codes.size() <= SHOWN_CODES
        ? list
        : Html.of(
            "<details><summary>{}</summary>{}</details>", folded(frame, property, codes), list);
  }

  private static String folded(Frame frame, Map<?, ?> property, List<?> codes) {
    String count = frame.lang() == Lang.ZH ? "（%d 项）" : " (%d)";
    return property.get("description") + count.formatted(codes.size());
  }
}

package org.citygis.features.ogc;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.citygis.text.Text;
import org.citygis.web.Html;

/** The definition of the API as a page: what can be asked, with what, and links to try it. */
final class OpenApiPage {
  private final Frame frame;
  private final OpenApi definition;

  private OpenApiPage(Frame frame, OpenApi definition) {
    this.frame = frame;
    this.definition = definition;
  }

  static Html of(Frame frame, OpenApi definition) {
    return new OpenApiPage(frame, definition).page();
  }

  private Html page() {
    String title = definition.about().title();
    List<String> tags = OpenApiOperation.tags(definition.operations());
    return frame.page(
        title,
        List.of(),
        "",
        Format.OPENAPI.toString(),
        Html.of(
            """
            <h1>{}</h1>
            <p class="lead">{}</p>
            <p><a class="button" href="{}">OpenAPI 3.0 (JSON)</a></p>
            <p>{}</p>
            <nav class="tags" aria-label="{}">{}</nav>
            {}
            """,
            title,
            definition.about().description(),
            definition.about().address(),
            frame.say(
                "地址均在 %s 之下。无需登录即可读取公开图层；用 HTTP Basic 登录可见更多并可编辑。"
                    .formatted(definition.about().server()),
                "All addresses are below %s. Public collections are read without a sign-in; HTTP Basic shows more and lets you edit."
                    .formatted(definition.about().server())),
            frame.say("分组", "Groups"),
            tags.stream().map(tag -> Html.of("<a href=\"#{}\">{}</a> ", tag, title(tag))).toList(),
            tags.stream().map(this::section).toList()));
  }

  private Html section(String tag) {
    List<OpenApiOperation> operations =
        definition.operations().stream().filter(o -> o.tag().equals(tag)).toList();
    return Html.of(
        "<section id=\"{}\"><h2>{} <code class=\"fine\">{}</code></h2>{}</section>",
        tag,
        title(tag),
        tag,
        operations.stream().map(this::operation).toList());
  }

  private String title(String tag) {
    return definition.tags().getOrDefault(tag, Text.same(tag)).in(frame.lang());
  }

  private Html operation(OpenApiOperation operation) {
    return Html.of(
        """
        <details class="operation"><summary><span class="method {}">{}</span> <code>{}</code> {}</summary>
        {}{}
        <p class="fine">{}: {}</p>
        </details>
        """,
        operation.method(),
        operation.method(),
        operation.path(),
        operation.summary(),
        tries(operation),
        operation.parameters().isEmpty() ? Html.NONE : parameters(operation),
        frame.say("可能的状态码", "Status codes"),
        String.join(", ", operation.responses().keySet().stream().sorted().toList()));
  }

  private Html parameters(OpenApiOperation operation) {
    return Html.of(
        """
        <div class="wide"><table><thead><tr><th>{}</th><th>{}</th><th>{}</th><th>{}</th></tr></thead>
        <tbody>{}</tbody></table></div>
        """,
        frame.say("参数", "Parameter"),
        frame.say("类型", "Type"),
        frame.say("限度", "Limits"),
        frame.say("含义", "Meaning"),
        operation.parameters().stream().map(this::parameter).toList());
  }

  private Html parameter(OpenApiParameter parameter) {
    return Html.of(
        "<tr><td><code>{}</code>{}</td><td>{}</td><td>{}</td><td>{}</td></tr>",
        parameter.name(),
        parameter.required() ? frame.say("（必需）", " (required)") : "",
        parameter.type(),
        limits(parameter.schema()),
        parameter.description());
  }

  private String limits(Map<String, Object> schema) {
    List<String> limits = new ArrayList<>();
    add(limits, schema, "minimum", "≥ ");
    add(limits, schema, "maximum", "≤ ");
    add(limits, schema, "minItems", frame.say("至少 ", "items ≥ "));
    add(limits, schema, "maxItems", frame.say("至多 ", "items ≤ "));
    add(limits, schema, "maxLength", frame.say("字符 ≤ ", "characters ≤ "));
    add(limits, schema, "default", frame.say("默认 ", "default "));
    return String.join(frame.say("，", ", "), limits);
  }

  private static void add(
      List<String> limits, Map<String, Object> schema, String name, String text) {
    Object value = schema.get(name);
    if (value != null) {
      limits.add(text + value);
    }
  }

  /** Links to the operation itself, where it takes no body and no number of a feature. */
  private Html tries(OpenApiOperation operation) {
    boolean needsMore =
        operation.path().contains("{")
            || operation.parameters().stream().anyMatch(OpenApiParameter::required);
    if (!operation.method().equals("GET") || needsMore) {
      return Html.NONE;
    }
    String address = definition.about().server() + operation.path();
    List<Html> links =
        formats(operation).stream()
            .map(
                format ->
                    Html.of(
                        "<a href=\"{}?f={}{}\">{}</a> ",
                        address,
                        format.tag(),
                        isItems(operation) ? "&limit=5" : "",
                        isItems(operation) || format != Format.JSON ? format.title() : "JSON"))
            .toList();
    if (links.isEmpty()) {
      links = List.of(Html.of("<a href=\"{}\">{}</a>", address, operation.path()));
    }
    return Html.of("<p class=\"tries\">{}: {}</p>", frame.say("试一试", "Try it"), links);
  }

  private static boolean isItems(OpenApiOperation operation) {
    return operation.path().endsWith("/items");
  }

  /** The encodings that the operation can be asked for, empty where it has one only. */
  private static List<Format> formats(OpenApiOperation operation) {
    boolean negotiated = operation.parameters().stream().anyMatch(p -> p.component() != null);
    return isItems(operation)
        ? Format.ITEMS
        : negotiated ? List.of(Format.JSON, Format.HTML) : List.of();
  }
}

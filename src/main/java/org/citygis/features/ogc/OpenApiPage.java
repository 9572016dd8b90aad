package org.citygis.features.ogc;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
    String title = frame.say("接口说明", "API documentation");
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
            Landing.DESCRIPTION.in(frame.lang()),
            definition.root().url() + "/api",
            frame.say(
                "地址均在 %s 之下。无需登录即可读取公开图层；用 HTTP Basic 登录可见更多并可编辑。"
                    .formatted(definition.root().url()),
                "All addresses are below %s. Public collections are read without a sign-in; HTTP Basic shows more and lets you edit."
                    .formatted(definition.root().url())),
            frame.say("图层", "Collections"),
            tags.stream().map(tag -> Html.of("<a href=\"#{}\">{}</a> ", tag, tag)).toList(),
            tags.stream().map(this::section).toList()));
  }

  private Html section(String tag) {
    List<OpenApiOperation> operations =
        definition.operations().stream().filter(o -> o.tag().equals(tag)).toList();
    String title = operations.getFirst().summary();
    return Html.of(
        "<section id=\"{}\"><h2>{} <code class=\"fine\">{}</code></h2>{}</section>",
        tag,
        tag.equals(OpenApi.CAPABILITIES) ? frame.say("总述", "Capabilities") : title,
        tag,
        operations.stream().map(this::operation).toList());
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
    if (!operation.method().equals("GET") || operation.path().contains("{")) {
      return Html.NONE;
    }
    String address = definition.root().url() + operation.path();
    boolean items = operation.path().endsWith("/items");
    List<Html> links =
        (items ? Format.ITEMS : List.of(Format.JSON, Format.HTML))
            .stream()
                .map(
                    format ->
                        Html.of(
                            "<a href=\"{}?f={}{}\">{}</a> ",
                            address,
                            format.tag(),
                            items ? "&limit=5" : "",
                            items || format != Format.JSON ? format.title() : "JSON"))
                .toList();
    return Html.of("<p class=\"tries\">{}: {}</p>", frame.say("试一试", "Try it"), links);
  }
}

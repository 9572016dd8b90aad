package org.citygis.features.ogc;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.citygis.catalog.Catalog;
import org.citygis.catalog.CodeList;
import org.citygis.catalog.Department;
import org.citygis.catalog.Field;
import org.citygis.catalog.OpenLayer;
import org.citygis.catalog.VisibleFields;
import org.citygis.features.labels.FieldLabels;
import org.citygis.text.Lang;
import org.citygis.text.Text;
import org.citygis.web.Html;
import org.springframework.stereotype.Component;

/** The describing documents as pages for people. */
@Component
class Pages {
  private static final String JSON = "application/json";
  private final Catalog catalog;

  Pages(Catalog catalog) {
    this.catalog = catalog;
  }

  Html landing(Frame frame, Landing landing) {
    List<Html> links =
        landing.links().stream()
            .filter(link -> !link.rel().equals("self") && !link.rel().equals("alternate"))
            .map(
                link ->
                    Html.of(
                        "<li><a href=\"{}\">{}</a> <span class=\"fine\">{}</span></li>",
                        link.href(),
                        link.title(),
                        link.type()))
            .toList();
    return frame.page(
        landing.title(),
        List.of(),
        "JSON",
        JSON,
        Html.of(
            """
            <h1>{}</h1>
            <p class="lead">{}</p>
            <p><a class="button" href="{}">{}</a></p>
            <h2>{}</h2>
            <ul class="links">{}</ul>
            <h2>{}</h2>
            <p>{}</p>
            <pre>ogrinfo -ro OAPIF:{}</pre>
            """,
            landing.title(),
            landing.description(),
            frame.in(frame.root().collections()),
            frame.say("浏览全部图层", "Browse all layers"),
            frame.say("给程序", "For programs"),
            links,
            frame.say("用桌面软件打开", "Open in desktop software"),
            frame.say(
                "QGIS：图层 → 添加 WFS / OGC API 要素图层，填入本页地址。GDAL：",
                "QGIS: Layer → Add WFS / OGC API Features layer, with this page's address. GDAL:"),
            frame.root().url()));
  }

  Html conformance(Frame frame, Conformance conformance) {
    String title = frame.say("所符合的标准条目", "Conformance classes");
    List<Html> classes =
        conformance.conformsTo().stream().map(uri -> Html.of("<li>{}</li>", uri)).toList();
    return frame.page(
        title,
        List.of(),
        "JSON",
        JSON,
        Html.of("<h1>{}</h1><ul class=\"links\">{}</ul>", title, classes));
  }

  Html collections(Frame frame, List<OpenLayer> layers) {
    String title = frame.say("图层", "Layers");
    List<Html> groups =
        catalog.departments().stream()
            .map(department -> department(frame, department, layers))
            .toList();
    return frame.page(title, List.of(), "JSON", JSON, Html.of("<h1>{}</h1>{}", title, groups));
  }

  private static Html department(Frame frame, Department department, List<OpenLayer> layers) {
    List<Html> own =
        layers.stream()
            .filter(layer -> layer.definition().department().equals(department.id()))
            .sorted(Comparator.comparing(layer -> layer.definition().title().in(frame.lang())))
            .map(layer -> card(frame, layer))
            .toList();
    return own.isEmpty()
        ? Html.NONE
        : Html.of(
            "<section><h2>{}</h2><ul class=\"cards\">{}</ul></section>",
            department.title().in(frame.lang()),
            own);
  }

  private static Html card(Frame frame, OpenLayer layer) {
    return Html.of(
        "<li><h3><a href=\"{}\">{}</a></h3><p>{}</p><p class=\"fine\">{}</p></li>",
        frame.in(frame.root().items(layer.layer().id())),
        layer.definition().title().in(frame.lang()),
        layer.definition().summary().in(frame.lang()),
        frame.say(
            "%,d 个要素".formatted(layer.layer().currentVersion().rows()),
            "%,d features".formatted(layer.layer().currentVersion().rows())));
  }

  Html collection(Frame frame, OpenLayer layer, CollectionDocument document) {
    List<Html> fields =
        VisibleFields.of(layer).stream().map(field -> field(field, frame.lang())).toList();
    List<Html> systems =
        document.crs().stream()
            .map(uri -> Html.of("<li{}>{}</li>", mark(uri, document), uri))
            .toList();
    return frame.page(
        document.title(),
        List.of(collections(frame)),
        "JSON",
        JSON,
        Html.of(
            """
            <h1>{}</h1>
            <p class="lead">{}</p>
            <p><a class="button" href="{}">{}</a> {}</p>
            <h2>{}</h2>
            <div class="wide"><table><thead><tr><th>{}</th><th>{}</th><th>{}</th><th>{}</th></tr></thead>
            <tbody>{}</tbody></table></div>
            <h2>{}</h2>
            <ul class="links">{}</ul>
            <p class="fine">{}</p>
            """,
            document.title(),
            document.description(),
            frame.in(frame.root().items(document.id())),
            frame.say("查看要素", "See the features"),
            schemas(frame, document),
            frame.say("字段", "Fields"),
            frame.say("名称", "Name"),
            frame.say("含义", "Meaning"),
            frame.say("类型", "Type"),
            frame.say("代码表", "Code list"),
            fields,
            frame.say("坐标系（粗体为存储坐标系）", "Reference systems (bold: the one of storage)"),
            systems,
            document.attribution()));
  }

  private static List<Html> schemas(Frame frame, CollectionDocument document) {
    return Arrays.stream(LayerSchema.Kind.values())
        .map(
            kind ->
                Html.of(
                    " <a href=\"{}\">{}</a>",
                    frame.in(frame.root().collection(document.id()) + "/" + kind.path()),
                    kind.title().in(frame.lang())))
        .toList();
  }

  static Frame.Crumb collections(Frame frame) {
    return new Frame.Crumb(frame.say("图层", "Layers"), frame.root().collections());
  }

  private static Html mark(String uri, CollectionDocument document) {
    return uri.equals(document.storageCrs()) ? new Html(" class=\"own\"") : Html.NONE;
  }

  private Html field(Field field, Lang lang) {
    String codes =
        field.codes() == null
            ? ""
            : catalog
                .findCodeList(field.codes())
                .map(CodeList::title)
                .map(text -> text.in(lang))
                .orElse("");
    return Html.of(
        "<tr><td><code>{}</code></td><td>{}</td><td>{}</td><td>{}</td></tr>",
        field.name(),
        FieldLabels.heading(field, lang),
        type(field).in(lang),
        codes);
  }

  private static Text type(Field field) {
    return switch (field.type()) {
      case TEXT -> Text.of("文本", "text");
      case INTEGER -> Text.of("整数", "integer");
      case NUMBER -> Text.of("数值", "number");
      case BOOLEAN -> Text.of("是否", "yes or no");
      case DATE -> Text.of("日期", "date");
      case DATETIME -> Text.of("时间", "date and time");
    };
  }
}

package org.citygis.features.site;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.citygis.text.Lang;
import org.citygis.text.Text;
import org.citygis.web.Html;

/** The whole page: site, sketch, what was found, what was not, what failed. Well-formed as XML. */
final class SitePage {
  private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
  private static final Text TITLE = Text.of("地块适用信息报告", "Site report: what applies here");

  private final Site site;
  private final SiteReport report;
  private final Words words;

  SitePage(Site site, SiteReport report, Words words) {
    this.site = site;
    this.report = report;
    this.words = words;
  }

  Html html(Sketch sketch, Html map, Html styles) {
    List<Section> found = report.sections().stream().filter(Section::isFound).toList();
    SectionHtml sections = new SectionHtml(words, site.isArea());
    return Html.of(
        """
        <!DOCTYPE html>
        <html lang="{}">
        <head>
        <meta charset="utf-8"/>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <title>{}</title>
        {}
        </head>
        <body>
        <header>
        <p class="brand">{}</p>
        <h1>{}</h1>
        <p class="made">{}</p>
        </header>
        {}
        <div class="map">
        {}
        <p class="caption">{}</p>
        {}
        </div>
        {}
        {}
        {}
        <footer>
        <h2>{}</h2>
        {}
        </footer>
        </body>
        </html>
        """,
        words.lang() == Lang.ZH ? "zh-CN" : "en",
        words.plain(TITLE),
        styles,
        words.say("城图", "CityGIS"),
        words.say(TITLE),
        made(),
        place(),
        map,
        caption(sketch),
        legend(sketch),
        found.stream().map(sections::html).toList(),
        looked(Section.NOTHING, Text.of("已查阅，未涉及", "Looked at, nothing found")),
        looked(Section.FAILED, Text.of("未能完成", "Not completed")),
        words.say("说明", "Please note"),
        words.beside(report.disclaimer()));
  }

  private Html made() {
    return Html.of(
        "{} {} · {} {}",
        words.say("生成时间", "Made at"),
        MOMENT.format(report.madeAt()),
        words.say("使用人", "for"),
        words.say(report.madeFor()));
  }

  private Html place() {
    SiteReport.Place at = report.site();
    Html area =
        at.area() == null
            ? Html.NONE
            : Html.of(
                "<tr><th>{}</th><td>{} m² · {} ha · {} {}</td></tr><tr><th>{}</th><td>{} m</td></tr>",
                words.say("面积", "Area"),
                words.number(at.area().m2(), 1),
                words.number(at.area().ha(), 4),
                words.number(at.area().mu(), 2),
                words.say("亩", "mu"),
                words.say("周长", "Perimeter"),
                words.number(at.perimeterMetres() == null ? 0 : at.perimeterMetres(), 1));
    return Html.of(
        """
        <table class="site">
        <tr><th>{}</th><td>{}° E, {}° N</td></tr>
        <tr><th>{}</th><td>X {} · Y {}</td></tr>
        {}
        <tr><th>{}</th><td>{} ({}){}</td></tr>
        </table>
        """,
        site.isArea() ? words.say("中心位置", "Centre") : words.say("位置", "Place"),
        String.format(Locale.ROOT, "%.6f", at.lon()),
        String.format(Locale.ROOT, "%.6f", at.lat()),
        words.say("高斯坐标（北、东）", "Gauss-Kruger (north, east)"),
        words.number(site.ground().getCentroid().getY(), 2),
        words.number(site.ground().getCentroid().getX(), 2),
        area,
        words.say("量算坐标系", "Reckoned in"),
        at.crsName(),
        at.crs(),
        at.zones() == null ? Html.NONE : Html.of("<br/>{}", words.say(at.zones())));
  }

  private Html caption(Sketch sketch) {
    Html leftOut =
        sketch.leftOut().isEmpty()
            ? Html.NONE
            : Html.of(
                " · {} {}",
                words.say("未绘出：", "not drawn:"),
                sketch.leftOut().stream().map(title -> Html.of("{} ", words.say(title))).toList());
    return Html.of(
        "{} {} · {}{}",
        words.say("横条长", "The bar is"),
        Wording.distance(sketch.barMetres()),
        words.say("上为坐标北", "grid north is up"),
        leftOut);
  }

  /** Four to a row; the colours are attributes, since pages may not carry styles. */
  private Html legend(Sketch sketch) {
    StringBuilder rows = new StringBuilder();
    int column = 0;
    List<Sketch.Entry> entries = sketch.legend();
    for (Sketch.Entry entry : entries) {
      rows.append(column % 4 == 0 ? "<tr>" : "");
      rows.append(
          Html.of(
                  "<td class=\"swatch\" bgcolor=\"{}\"></td><td>{}</td>",
                  entry.color(),
                  words.say(entry.title()))
              .markup());
      column++;
      rows.append(column % 4 == 0 ? "</tr>" : "");
    }
    rows.append(column % 4 == 0 ? "" : "</tr>");
    return column == 0
        ? Html.NONE
        : Html.of("<table class=\"legend\">{}</table>", new Html(rows.toString()));
  }

  private Html looked(String status, Text heading) {
    List<Html> rows =
        report.sections().stream()
            .filter(section -> section.status().equals(status))
            .map(
                section ->
                    Html.of(
                        "<tr><td>{}</td><td>{}</td><td>{}</td><td>{}</td></tr>",
                        words.say(section.heading()),
                        words.say(section.statement()),
                        words.say(section.department().title()),
                        section.updated() == null ? "" : section.updated()))
            .toList();
    return rows.isEmpty()
        ? Html.NONE
        : Html.of(
            """
            <section>
            <h2>{}</h2>
            <table class="data"><thead><tr><th>{}</th><th>{}</th><th>{}</th><th>{}</th></tr></thead>
            <tbody>{}</tbody></table>
            </section>
            """,
            words.say(heading),
            words.say("内容", "Subject"),
            words.say("结论", "Answer"),
            words.say("部门", "Department"),
            words.say("数据日期", "Data of"),
            rows);
  }
}

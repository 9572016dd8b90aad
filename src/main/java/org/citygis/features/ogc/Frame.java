package org.citygis.features.ogc;

import java.util.ArrayList;
import java.util.List;
import org.citygis.text.Lang;
import org.citygis.text.Text;
import org.citygis.web.Html;
import org.citygis.web.Query;

/**
 * What every page has around its content: bar, path, language, other encodings.
 *
 * @param address the page's own address without parameters
 * @param query its parameters
 */
record Frame(Root root, Lang lang, String address, Query query) {

  /** A step of the path at the top. */
  record Crumb(String title, String href) {}

  String say(String zh, String en) {
    return Text.of(zh, en).in(lang);
  }

  /** An address with this page's language. */
  String in(String url) {
    return url + (url.indexOf('?') < 0 ? "?" : "&") + "f=html&lang=" + lang.tag();
  }

  /**
   * The whole page.
   *
   * @param json what the page is in its machine's encoding: name and media type
   */
  Html page(String title, List<Crumb> path, String json, String jsonType, Html content) {
    String jsonAddress = query.with("f", "json").appendTo(address);
    return page(
        title,
        path,
        Html.of("<link rel=\"alternate\" type=\"{}\" href=\"{}\">", jsonType, jsonAddress),
        json.isEmpty() ? Html.NONE : Html.of("<a href=\"{}\">{}</a>", jsonAddress, json),
        content);
  }

  /** A page of features, with a map where there is a script to draw it. */
  Html page(String title, List<Crumb> path, List<Format> encodings, Html content) {
    String files = root.application();
    List<Html> heads = new ArrayList<>();
    List<Html> links = new ArrayList<>();
    for (Format format : encodings) {
      String here = query.with("f", format.tag()).without("lang").appendTo(address);
      heads.add(
          Html.of("<link rel=\"alternate\" type=\"{}\" href=\"{}\">\n", format.plainType(), here));
      links.add(Html.of("<a href=\"{}\">{}</a>\n", here, format.title()));
    }
    heads.add(
        Html.of(
            """
            <link rel="stylesheet" href="{}/webjars/leaflet/dist/leaflet.css">
            <script type="module" src="{}/app/ogc/page.js"></script>
            """,
            files,
            files));
    return page(title, path, Html.of("{}", heads), Html.of("{}", links), content);
  }

  private Html page(String title, List<Crumb> path, Html head, Html encodings, Html content) {
    String files = root.application();
    String other = lang == Lang.ZH ? "en" : "zh";
    List<Html> crumbs = new ArrayList<>();
    crumbs.add(Html.of("<a href=\"{}\">{}</a>", in(root.url()), say("要素服务", "Features")));
    path.forEach(c -> crumbs.add(Html.of("<a href=\"{}\">{}</a>", in(c.href), c.title)));
    return Html.of(
        """
        <!doctype html>
        <html lang="{}">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{} · {}</title>
        <link rel="icon" href="{}/favicon.svg" type="image/svg+xml">
        <link rel="stylesheet" href="{}/css/tokens.css">
        <link rel="stylesheet" href="{}/css/pages.css">
        {}
        </head>
        <body>
        <header class="bar">
        <a class="brand" href="{}/">{}</a>
        <nav class="crumbs" aria-label="{}">{}</nav>
        <nav class="choices">{} <a href="{}" hreflang="{}">{}</a></nav>
        </header>
        <main>
        {}
        </main>
        </body>
        </html>
        """,
        lang == Lang.ZH ? "zh-CN" : "en",
        title,
        say("城图", "CityGIS"),
        files,
        files,
        files,
        head,
        files,
        say("城图", "CityGIS"),
        say("路径", "Path"),
        crumbs,
        encodings,
        query.with("lang", other).appendTo(address),
        other,
        lang == Lang.ZH ? "English" : "中文",
        content);
  }
}

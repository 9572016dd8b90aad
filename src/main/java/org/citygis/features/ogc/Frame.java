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
    String files = root.application();
    String other = lang == Lang.ZH ? "en" : "zh";
    String jsonAddress = query.with("f", "json").appendTo(address);
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
        <link rel="alternate" type="{}" href="{}">
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
        jsonType,
        jsonAddress,
        files,
        say("城图", "CityGIS"),
        say("路径", "Path"),
        crumbs,
        json.isEmpty() ? Html.NONE : Html.of("<a href=\"{}\">{}</a>", jsonAddress, json),
        query.with("lang", other).appendTo(address),
        other,
        lang == Lang.ZH ? "English" : "中文",
        content);
  }
}

package org.citygis.features.ogc;

import java.util.List;
import java.util.stream.Stream;
import org.citygis.text.Lang;
import org.citygis.text.Text;
import org.citygis.web.ApiLink;

/** The entrance of the API. */
record Landing(String title, String description, List<Link> links) {
  static final Text TITLE = Text.of("城图要素服务", "CityGIS feature service");
  static final Text DESCRIPTION =
      Text.of(
          "城市各部门图层的要素，按 OGC API Features 标准提供。您看到的图层取决于您的登录身份。",
          "Features of the layers of all city departments, by OGC API Features. Which layers you see"
              + " depends on who you are signed in as.");
  private static final String JSON = "application/json";
  private static final String HTML = "text/html";

  static Landing of(Root root, Lang lang) {
    String url = root.url();
    return new Landing(
        TITLE.in(lang),
        DESCRIPTION.in(lang),
        List.of(
            new Link(url, "self", JSON, Text.of("本页 (JSON)", "This document (JSON)").in(lang)),
            new Link(url + "?f=html", "alternate", HTML, Text.of("本页 (网页)", "This page").in(lang)),
            new Link(
                url + "/api",
                "service-desc",
                Format.OPENAPI.toString(),
                Text.of("接口定义 (OpenAPI 3.0)", "API definition (OpenAPI 3.0)").in(lang)),
            new Link(
                url + "/api.html",
                "service-doc",
                HTML,
                Text.of("接口说明", "API documentation").in(lang)),
            new Link(
                root.application() + "/api/openapi.html",
                "related",
                HTML,
                Text.of("其他服务：查询、导出、导入、警情", "Other services: queries, exports, imports, incidents")
                    .in(lang)),
            new Link(
                url + "/conformance",
                "conformance",
                JSON,
                Text.of("所符合的标准条目", "Conformance classes").in(lang)),
            new Link(root.collections(), "data", JSON, Text.of("全部图层", "All collections").in(lang)),
            new Link(
                root.collections() + "?f=html",
                "data",
                HTML,
                Text.of("全部图层 (网页)", "All collections (page)").in(lang))));
  }

  /** The same with what other standards add. */
  Landing with(Stream<ApiLink> more) {
    return new Landing(title, description, Link.with(links, more));
  }
}

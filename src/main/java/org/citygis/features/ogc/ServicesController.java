package org.citygis.features.ogc;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.citygis.text.Lang;
import org.citygis.text.Text;
import org.citygis.web.Query;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The definition of the services beside OGC's, in OpenAPI 3.0 and as a page. */
@Controller
class ServicesController {
  private static final Text TITLE = Text.of("城图服务接口", "CityGIS services");
  private static final Text ABOUT =
      Text.of(
          "门户所用的服务：查询、目录、导出、导入、警情和大厅。要素本身按 OGC API Features 在 /ogc 提供。",
          "The services that the portal uses: queries, catalogue, exports, imports, incidents and"
              + " halls. Features themselves are served below /ogc, by OGC API Features.");

  private final ServiceDescriptions descriptions;
  private final Documents documents;

  ServicesController(ServiceDescriptions descriptions, Documents documents) {
    this.descriptions = descriptions;
    this.documents = documents;
  }

  @GetMapping("/api/openapi.json")
  void definition(Lang lang, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Query.of(request, Set.of());
    Map<String, Object> document = define(Root.of(request), lang).document();
    documents.send(document, Format.OPENAPI, request, response);
  }

  @GetMapping("/api/openapi.html")
  void page(Lang lang, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Root root = Root.of(request);
    String address = root.application() + "/api/openapi.html";
    Frame frame = new Frame(root, lang, address, Query.of(request, Set.of()));
    documents.send(OpenApiPage.of(frame, define(root, lang)), request, response);
  }

  private OpenApi define(Root root, Lang lang) {
    List<OpenApiOperation> operations =
        descriptions.operations().stream().map(operation -> operation.openApi(lang)).toList();
    Map<String, Object> schemas = OpenApiSchemas.common();
    schemas.keySet().retainAll(Set.of("problem", "object"));
    return new OpenApi(
        new OpenApi.About(
            TITLE.in(lang),
            ABOUT.in(lang),
            root.application(),
            root.application() + "/api/openapi.json"),
        lang,
        operations,
        Map.of(),
        schemas,
        descriptions.tags());
  }
}

package org.citygis.features.ogc;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.citygis.catalog.Layers;
import org.citygis.catalog.OpenLayer;
import org.citygis.security.Action;
import org.citygis.security.User;
import org.citygis.text.Lang;
import org.citygis.web.Query;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** What a collection's features consist of, what filters may name, what can be sorted by. */
@Controller
@RequestMapping(Root.PATH + "/collections/{id}")
class SchemaController {
  private final Layers layers;
  private final LayerSchema schemas;
  private final SchemaPages pages;
  private final Documents documents;

  SchemaController(Layers layers, LayerSchema schemas, SchemaPages pages, Documents documents) {
    this.layers = layers;
    this.schemas = schemas;
    this.pages = pages;
    this.documents = documents;
  }

  @GetMapping("/{kind:schema|queryables|sortables}")
  void schema(
      @PathVariable String id,
      @PathVariable("kind") String path,
      User user,
      Lang lang,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException, HttpMediaTypeNotAcceptableException {
    OpenLayer layer = layers.open(user, id, Action.QUERY);
    LayerSchema.Kind kind = LayerSchema.Kind.valueOf(path.toUpperCase(Locale.ROOT));
    Format format = Format.of(request, Format.SCHEMA);
    Query query = Query.of(request, Set.of("profile"));
    CodeListProfile profile = CodeListProfile.choose(query.find("profile"));
    Root root = Root.of(request);
    Map<String, Object> document = schemas.document(kind, layer, profile, root, lang);
    response.setHeader(HttpHeaders.CONTENT_LANGUAGE, lang.locale().toLanguageTag());
    if (format == Format.HTML) {
      Frame frame = new Frame(root, lang, root.collection(id) + "/" + path, query);
      documents.send(pages.schema(frame, layer, kind, document), request, response);
    } else {
      response.addHeader(HttpHeaders.LINK, profile.header());
      documents.send(document, Format.SCHEMA, request, response);
    }
  }
}

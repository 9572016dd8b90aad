package org.citygis.features.ogc;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.citygis.catalog.AccessPolicy;
import org.citygis.catalog.LayerDefinition;
import org.citygis.catalog.Layers;
import org.citygis.catalog.OgcPart;
import org.citygis.catalog.OpenLayer;
import org.citygis.security.Action;
import org.citygis.security.User;
import org.citygis.text.Lang;
import org.citygis.web.ApiLink;
import org.citygis.web.Html;
import org.citygis.web.Query;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** The documents that describe the API: landing page, conformance, definition, collections. */
@Controller
@RequestMapping(Root.PATH)
class ApiController {
  private final Layers layers;
  private final Documents documents;
  private final Pages pages;
  private final TimeExtent times;
  private final AccessPolicy policy;
  private final List<OgcPart> parts;

  ApiController(
      Layers layers,
      Documents documents,
      Pages pages,
      TimeExtent times,
      AccessPolicy policy,
      ObjectProvider<OgcPart> parts) {
    this.parts = parts.orderedStream().toList();
    this.times = times;
    this.policy = policy;
    this.layers = layers;
    this.documents = documents;
    this.pages = pages;
  }

  @GetMapping({"", "/"})
  void landing(Lang lang, HttpServletRequest request, HttpServletResponse response)
      throws IOException, HttpMediaTypeNotAcceptableException {
    Root root = Root.of(request);
    Landing landing =
        Landing.of(root, lang)
            .with(parts.stream().flatMap(part -> part.landing(root.url(), lang).stream()));
    answer(landing, pages.landing(frame(request, lang, ""), landing), request, response);
  }

  @GetMapping("/conformance")
  void conformance(Lang lang, HttpServletRequest request, HttpServletResponse response)
      throws IOException, HttpMediaTypeNotAcceptableException {
    Frame frame = frame(request, lang, "/conformance");
    Conformance conformance = Conformance.with(parts);
    answer(conformance, pages.conformance(frame, conformance), request, response);
  }

  @GetMapping("/collections")
  void collections(User user, Lang lang, HttpServletRequest request, HttpServletResponse response)
      throws IOException, HttpMediaTypeNotAcceptableException {
    List<OpenLayer> visible = layers.list(user, Action.QUERY);
    Frame frame = frame(request, lang, "/collections");
    answer(
        CollectionDocument.All.of(
            visible, times, layer -> more(layer, frame.root(), lang), frame.root(), lang),
        pages.collections(frame, visible),
        request,
        response);
  }

  @GetMapping("/collections/{id}")
  void collection(
      @PathVariable String id,
      User user,
      Lang lang,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException, HttpMediaTypeNotAcceptableException {
    OpenLayer layer = layers.open(user, id, Action.QUERY);
    Frame frame = frame(request, lang, "/collections/" + id);
    CollectionDocument document =
        CollectionDocument.of(layer, times.of(layer), frame.root(), lang)
            .with(more(layer, frame.root(), lang));
    answer(document, pages.collection(frame, layer, document), request, response);
  }

  private Stream<ApiLink> more(OpenLayer layer, Root root, Lang lang) {
    String address = root.collection(layer.layer().id());
    return parts.stream().flatMap(part -> part.collection(address, layer, lang).stream());
  }

  @GetMapping("/api")
  void definition(User user, Lang lang, HttpServletRequest request, HttpServletResponse response)
      throws IOException, HttpMediaTypeNotAcceptableException {
    if (Format.of(request, Format.OPENAPI) == Format.HTML) {
      documentation(user, lang, request, response);
      return;
    }
    Query.of(request, Set.of());
    OpenApi definition = define(user, Root.of(request), lang);
    documents.send(definition.document(), Format.OPENAPI, request, response);
  }

  @GetMapping("/api.html")
  void documentation(User user, Lang lang, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Frame frame = frame(request, lang, "/api.html");
    OpenApi definition = define(user, frame.root(), lang);
    documents.send(OpenApiPage.of(frame, definition), request, response);
  }

  private OpenApi define(User user, Root root, Lang lang) {
    List<OpenLayer> visible = layers.list(user, Action.QUERY);
    Set<String> editable =
        visible.stream()
            .map(OpenLayer::definition)
            .filter(layer -> layer.edits().service() == null)
            .filter(layer -> policy.decide(user, layer, Action.EDIT).allowed())
            .map(LayerDefinition::id)
            .collect(Collectors.toSet());
    return OpenApi.of(visible, editable, root, lang);
  }

  private static Frame frame(HttpServletRequest request, Lang lang, String path) {
    Root root = Root.of(request);
    return new Frame(root, lang, root.url() + path, Query.of(request, Set.of()));
  }

  private void answer(
      Object document, Html page, HttpServletRequest request, HttpServletResponse response)
      throws IOException, HttpMediaTypeNotAcceptableException {
    if (Format.of(request, MediaType.APPLICATION_JSON) == Format.HTML) {
      documents.send(page, request, response);
    } else {
      documents.send(document, MediaType.APPLICATION_JSON, request, response);
    }
  }
}

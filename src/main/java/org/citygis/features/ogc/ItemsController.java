package org.citygis.features.ogc;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.citygis.catalog.Layers;
import org.citygis.catalog.OpenLayer;
import org.citygis.features.ogc.ItemsAnswer.Context;
import org.citygis.problem.Problem;
import org.citygis.security.Action;
import org.citygis.security.User;
import org.citygis.text.Lang;
import org.citygis.web.Query;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Controller;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** The features of a collection, and one of them. */
@Controller
@RequestMapping(Root.PATH + "/collections/{id}/items")
class ItemsController {
  private static final String CONTENT_CRS = "Content-Crs";

  private final Layers layers;
  private final ItemsAnswer answers;
  private final FileAnswer files;
  private final ItemPages pages;
  private final RowTags tags;

  ItemsController(
      Layers layers, ItemsAnswer answers, FileAnswer files, ItemPages pages, RowTags tags) {
    this.layers = layers;
    this.answers = answers;
    this.files = files;
    this.pages = pages;
    this.tags = tags;
  }

  @GetMapping
  void items(
      @PathVariable String id,
      User user,
      Lang lang,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException, HttpMediaTypeNotAcceptableException {
    OpenLayer layer = layers.open(user, id, Action.QUERY);
    Format format = Format.ofItems(request);
    Query query = Query.of(request, ItemsRequest.names(layer)).withoutBlanks();
    Context context = new Context(layer, Root.of(request), query, lang);
    ItemsRequest items;
    try {
      items = ItemsRequest.parse(query, layer, format);
    } catch (Problem.Invalid wrong) {
      if (format != Format.HTML) {
        throw wrong;
      }
      pages.refused(context, wrong, response);
      return;
    }
    if (Freshness.holds(layer, format, lang, request, response)) {
      return;
    }
    cleanly(
        response,
        () -> {
          if (format != Format.HTML) {
            head(items.selection(), format, response);
          }
          if (isHead(request)) {
            response.setContentType(format.type().toString());
            return;
          }
          switch (format) {
            case JSON, JSONFG -> answers.page(context, items, format, response);
            case HTML -> pages.page(context, items, response);
            case CSV, FLATGEOBUF -> files.page(context, items, format, response);
          }
        });
  }

  @GetMapping("/{fid}")
  void item(
      @PathVariable String id,
      @PathVariable("fid") String text,
      User user,
      Lang lang,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException, HttpMediaTypeNotAcceptableException {
    OpenLayer layer = layers.open(user, id, Action.QUERY);
    Format format = Format.ofItem(request);
    Query query = Query.of(request, Set.copyOf(ItemSelection.NAMES)).withoutBlanks();
    ItemSelection selection = ItemSelection.parse(query, layer, format);
    long fid = OneFeature.number(layer, text);
    Context context = new Context(layer, Root.of(request), query, lang);
    RowTag tag = tags.find(layer, fid).orElseThrow(() -> OneFeature.missing(layer, text));
    if (format == Format.HTML
        ? Freshness.holds(layer, format, lang, request, response)
        : Freshness.holds(selection.tag(tag, format, lang), layer, request, response)) {
      return;
    }
    cleanly(
        response,
        () -> {
          boolean found =
              switch (format) {
                case HTML -> pages.item(context, fid, response);
                case JSON, JSONFG, CSV, FLATGEOBUF -> {
                  head(selection, format, response);
                  yield answers.item(context, fid, selection, format, response);
                }
              };
          if (!found) {
            throw OneFeature.missing(layer, text);
          }
        });
  }

  private static void head(ItemSelection selection, Format format, HttpServletResponse response) {
    response.setHeader(CONTENT_CRS, "<" + selection.crs().uri() + ">");
    if (format == Format.JSON || format == Format.JSONFG) {
      response.addHeader(HttpHeaders.LINK, selection.profile().header());
    }
  }

  private static boolean isHead(HttpServletRequest request) {
    return HttpMethod.HEAD.matches(request.getMethod());
  }

  @FunctionalInterface
  private interface Writing {
    void write() throws IOException;
  }

  /**
   * A refusal that comes before the first byte is sent must not carry the headers of the answer.
   */
  private static void cleanly(HttpServletResponse response, Writing writing) throws IOException {
    try {
      writing.write();
    } catch (IOException | RuntimeException e) {
      if (!response.isCommitted()) {
        response.reset();
      }
      throw e;
    }
  }
}

package org.citygis.style.ogc;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.citygis.catalog.Layers;
import org.citygis.catalog.OpenLayer;
import org.citygis.problem.Problem;
import org.citygis.security.Action;
import org.citygis.security.User;
import org.citygis.style.Style;
import org.citygis.style.StyleSheet;
import org.citygis.style.StyleShelf;
import org.citygis.text.Text;
import org.citygis.web.Query;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * Saving, checking and deleting styles. {@code dry-run=true} checks only; {@code Prefer:
 * handling=strict} refuses what would not be drawn, which else is taken and listed.
 */
@RestController
@RequestMapping("/ogc")
class StyleChanges {
  private static final String SLD = "application/vnd.ogc.sld+xml";
  private static final Set<String> PARAMETERS = Set.of("dry-run", "collection", "id");
  private static final Pattern NAME =
      Pattern.compile("<(?:\\w+:)?UserStyle>\\s*<(?:\\w+:)?Name>\\s*([^<]{1,200}?)\\s*<");
  private static final Pattern LAYER =
      Pattern.compile("<(?:\\w+:)?NamedLayer>\\s*<(?:\\w+:)?Name>\\s*([^<]{1,200}?)\\s*<");

  private final StyleShelf shelf;
  private final Layers layers;

  StyleChanges(StyleShelf shelf, Layers layers) {
    this.shelf = shelf;
    this.layers = layers;
  }

  /** The layer is that of {@code collection}, or else the one that the style itself names. */
  @PostMapping(
      path = "/styles",
      consumes = {SLD, "application/xml", "text/xml"})
  ResponseEntity<?> create(
      @RequestBody byte[] body,
      User user,
      @RequestHeader(name = "Prefer", defaultValue = "") String prefer,
      HttpServletRequest request) {
    String sld = StyleText.of(body);
    String layer =
        Optional.ofNullable(Query.of(request, PARAMETERS).find("collection"))
            .orElseGet(() -> named(LAYER, sld, "collection"));
    return create(layer, sld, user, prefer, request);
  }

  @PostMapping(
      path = "/collections/{layer}/styles",
      consumes = {SLD, "application/xml", "text/xml"})
  ResponseEntity<?> createForLayer(
      @PathVariable String layer,
      @RequestBody byte[] body,
      User user,
      @RequestHeader(name = "Prefer", defaultValue = "") String prefer,
      HttpServletRequest request) {
    return create(layer, StyleText.of(body), user, prefer, request);
  }

  private ResponseEntity<?> create(
      String layerId, String sld, User user, String prefer, HttpServletRequest request) {
    OpenLayer layer = layers.open(user, layerId, Action.PUBLISH);
    Query query = Query.of(request, PARAMETERS);
    String id =
        Optional.ofNullable(query.find("id"))
            .orElseGet(() -> dryRun(query) ? "preview" : named(NAME, sld, "id"));
    StyleSheet checked = checked(layer, id, sld, prefer);
    if (dryRun(query)) {
      return ResponseEntity.ok(StyleDocuments.report(checked, layer, false));
    }
    if (shelf.list(user).stream().anyMatch(sheet -> sheet.id().equals(id))) {
      throw new Problem.Conflict(
          Text.of(
              "已有样式 %s；用 PUT 修改它，或换一个编号。".formatted(id),
              "There is a style %s already; change it with PUT, or take another id."
                  .formatted(id)));
    }
    StyleSheet saved = shelf.save(user, layer, id, sld, null);
    return ResponseEntity.created(address(request, id))
        .eTag('"' + saved.etag() + '"')
        .body(StyleDocuments.report(saved, layer, true));
  }

  /** Replaces a style, or adds it for the layer of {@code collection}. */
  @PutMapping(
      path = "/styles/{id}",
      consumes = {SLD, "application/xml", "text/xml"})
  ResponseEntity<?> replace(
      @PathVariable String id,
      @RequestBody byte[] body,
      User user,
      @RequestHeader(name = "Prefer", defaultValue = "") String prefer,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      HttpServletRequest request) {
    Query query = Query.of(request, PARAMETERS);
    String sld = StyleText.of(body);
    StyleSheet before =
        shelf.list(user).stream().filter(s -> s.id().equals(id)).findFirst().orElse(null);
    String layerId =
        before != null && before.layer() != null
            ? before.layer()
            : Optional.ofNullable(query.find("collection"))
                .orElseGet(() -> named(LAYER, sld, "collection"));
    OpenLayer layer = layers.open(user, layerId, Action.PUBLISH);
    StyleSheet checked = checked(layer, id, sld, prefer);
    if (dryRun(query)) {
      return ResponseEntity.ok(StyleDocuments.report(checked, layer, false));
    }
    StyleSheet saved = shelf.save(user, layer, id, sld, tag(ifMatch));
    ResponseEntity.BodyBuilder answer =
        before == null ? ResponseEntity.created(address(request, id)) : ResponseEntity.ok();
    return answer.eTag('"' + saved.etag() + '"').body(StyleDocuments.report(saved, layer, true));
  }

  @DeleteMapping("/styles/{id}")
  ResponseEntity<Void> delete(
      @PathVariable String id,
      User user,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      HttpServletRequest request) {
    Query.of(request, Set.of());
    shelf.delete(user, id, tag(ifMatch));
    return ResponseEntity.noContent().build();
  }

  private StyleSheet checked(OpenLayer layer, String id, String sld, String prefer) {
    StyleSheet sheet = shelf.read(layer, id, sld);
    List<Style.Unsupported> unsupported = sheet.style().unsupported();
    if (prefer.replace(" ", "").contains("handling=strict") && !unsupported.isEmpty()) {
      throw new Problem.Invalid(
          Text.of(
              "样式中有 %d 处内容不能绘制。".formatted(unsupported.size()),
              "%d parts of the style would not be drawn.".formatted(unsupported.size())),
          unsupported.stream()
              .limit(100)
              .map(part -> new Problem.Fault("#line=" + part.line(), Text.same(part.what())))
              .toList());
    }
    return sheet;
  }

  private static boolean dryRun(Query query) {
    String text = query.find("dry-run");
    if (text != null && !Set.of("true", "false").contains(text)) {
      throw Problem.Invalid.parameter("dry-run", text, Text.of("true 或 false", "true or false"));
    }
    return "true".equals(text);
  }

  private static String named(Pattern pattern, String sld, String parameter) {
    Matcher name = pattern.matcher(sld);
    if (!name.find()) {
      throw Problem.Invalid.parameter(
          parameter,
          "",
          Text.of("参数 %s，或写在样式中的 <Name>".formatted(parameter), "it, or a <Name> in the style"));
    }
    return name.group(1);
  }

  /** The etag of the text, without the encoding that a GET adds; null for any. */
  private static @Nullable String tag(@Nullable String ifMatch) {
    return ifMatch == null || ifMatch.equals("*")
        ? null
        : ifMatch.replaceAll("^(W/)?\"|\"$", "").replaceFirst("-.*", "");
  }

  private static URI address(HttpServletRequest request, String id) {
    return ServletUriComponentsBuilder.fromContextPath(request).path("/ogc/styles/{id}").build(id);
  }
}

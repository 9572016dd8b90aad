package org.citygis.features.edit;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.util.Set;
import org.citygis.catalog.OpenLayer;
import org.citygis.features.ogc.OneFeature;
import org.citygis.features.ogc.Root;
import org.citygis.geo.Crs;
import org.citygis.security.User;
import org.citygis.text.Lang;
import org.citygis.web.Query;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;

/**
 * OGC API Features Part 4: create, replace, update, delete; and what an address understands. A
 * replacement answers without an entity tag, since the platform keeps shapes in the layer's own
 * system and not as they were sent (RFC 9110, 9.3.4).
 */
@RestController
@RequestMapping("/ogc/collections/{id}/items")
class EditController {
  private static final String GEO_JSON = "application/geo+json";
  private static final String MERGE_PATCH = "application/merge-patch+json";

  private final EditRights rights;
  private final FeatureEdits edits;

  EditController(EditRights rights, FeatureEdits edits) {
    this.rights = rights;
    this.edits = edits;
  }

  @RequestMapping(method = RequestMethod.OPTIONS)
  ResponseEntity<Void> ofItems(@PathVariable String id, User user) {
    return ResponseEntity.ok()
        .header(HttpHeaders.ALLOW, rights.allow(user, id, EditRights.ON_ITEMS))
        .build();
  }

  /** Also for a number that no feature has: QGIS asks so about an empty layer. */
  @RequestMapping(path = "/{fid}", method = RequestMethod.OPTIONS)
  ResponseEntity<Void> ofItem(@PathVariable String id, User user) {
    return ResponseEntity.ok()
        .header(HttpHeaders.ALLOW, rights.allow(user, id, EditRights.ON_ITEM))
        .header(HttpHeaders.ACCEPT_PATCH, MERGE_PATCH)
        .build();
  }

  @PostMapping(consumes = {GEO_JSON, MediaType.APPLICATION_JSON_VALUE})
  ResponseEntity<Void> create(
      @PathVariable String id,
      User user,
      Lang lang,
      @RequestHeader(name = ContentCrs.NAME, required = false) @Nullable String contentCrs,
      HttpServletRequest request)
      throws IOException {
    OpenLayer layer = opened(user, id, request);
    Crs wire = ContentCrs.of(layer, contentCrs);
    FeatureBody body = FeatureBody.whole(request.getInputStream(), null);
    FeatureEdits.Edited made = edits.create(user, layer, body, wire);
    return ResponseEntity.created(URI.create(Root.of(request).item(id, made.fid())))
        .eTag(made.tag().geoJson(Crs.CRS84, lang))
        .build();
  }

  @PutMapping(
      path = "/{fid}",
      consumes = {GEO_JSON, MediaType.APPLICATION_JSON_VALUE})
  ResponseEntity<Void> replace(
      @PathVariable String id,
      @PathVariable("fid") String text,
      User user,
      @RequestHeader(name = ContentCrs.NAME, required = false) @Nullable String contentCrs,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      HttpServletRequest request)
      throws IOException {
    OpenLayer layer = opened(user, id, request);
    long fid = OneFeature.number(layer, text);
    Crs wire = ContentCrs.of(layer, contentCrs);
    FeatureBody body = FeatureBody.whole(request.getInputStream(), fid);
    edits.change(user, layer, fid, body, true, wire, ifMatch);
    return ResponseEntity.noContent().build();
  }

  @PatchMapping(
      path = "/{fid}",
      consumes = {MERGE_PATCH, GEO_JSON, MediaType.APPLICATION_JSON_VALUE})
  ResponseEntity<Void> update(
      @PathVariable String id,
      @PathVariable("fid") String text,
      User user,
      Lang lang,
      @RequestHeader(name = ContentCrs.NAME, required = false) @Nullable String contentCrs,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      HttpServletRequest request)
      throws IOException {
    OpenLayer layer = opened(user, id, request);
    long fid = OneFeature.number(layer, text);
    Crs wire = ContentCrs.of(layer, contentCrs);
    FeatureBody body = FeatureBody.patch(request.getInputStream(), fid);
    FeatureEdits.Edited changed = edits.change(user, layer, fid, body, false, wire, ifMatch);
    return ResponseEntity.noContent().eTag(changed.tag().geoJson(Crs.CRS84, lang)).build();
  }

  @DeleteMapping("/{fid}")
  ResponseEntity<Void> delete(
      @PathVariable String id,
      @PathVariable("fid") String text,
      User user,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      HttpServletRequest request) {
    OpenLayer layer = opened(user, id, request);
    edits.delete(user, layer, OneFeature.number(layer, text), ifMatch);
    return ResponseEntity.noContent().build();
  }

  private OpenLayer opened(User user, String id, HttpServletRequest request) {
    OpenLayer layer = rights.open(user, id);
    Query.of(request, Set.of());
    return layer;
  }
}

package org.citygis.features.edit;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import org.citygis.catalog.AccessPolicy;
import org.citygis.catalog.Layers;
import org.citygis.catalog.OpenLayer;
import org.citygis.features.ogc.OneFeature;
import org.citygis.geo.Crs;
import org.citygis.history.FeatureChange;
import org.citygis.history.FeatureHistory;
import org.citygis.history.FeatureStates;
import org.citygis.problem.Problem;
import org.citygis.security.Action;
import org.citygis.security.Role;
import org.citygis.security.User;
import org.citygis.text.Lang;
import org.citygis.text.Text;
import org.citygis.web.Parameters;
import org.citygis.web.Query;
import org.geotools.api.filter.Filter;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who changed a feature, from what to what; and the way back to what it was before a change. */
@RestController
@RequestMapping("/api/layers/{id}/features/{fid}/history")
class HistoryController {
  private static final int LIMIT = 20;
  private static final int MOST = 200;

  private final Layers layers;
  private final AccessPolicy policy;
  private final EditRights rights;
  private final FeatureStates states;
  private final FeatureHistory history;
  private final FeatureEdits edits;

  HistoryController(
      Layers layers,
      AccessPolicy policy,
      EditRights rights,
      FeatureStates states,
      FeatureHistory history,
      FeatureEdits edits) {
    this.layers = layers;
    this.policy = policy;
    this.rights = rights;
    this.states = states;
    this.history = history;
    this.edits = edits;
  }

  /**
   * @param next number to ask for the changes before these with, null at the end
   */
  record Page(String layer, long fid, List<ChangeView> changes, @Nullable Long next) {}

  @GetMapping
  ResponseEntity<Page> list(
      @PathVariable String id,
      @PathVariable("fid") String text,
      User user,
      HttpServletRequest request) {
    OpenLayer layer = opened(user, id);
    long fid = OneFeature.number(layer, text);
    Query query = Query.of(request, Set.of("limit", "below"));
    int limit = Parameters.limit(query.find("limit"), LIMIT, MOST);
    String below = query.find("below");
    List<FeatureChange> changes =
        history.list(
            layer, fid, below == null ? null : Parameters.integer("below", below), limit + 1);
    boolean exists = states.find(layer, fid).isPresent();
    // A row that the user may not see has no history for him either.
    boolean allRows = layer.access().rows().equals(Filter.INCLUDE);
    if (!exists && (changes.isEmpty() || !allRows)) {
      throw OneFeature.missing(layer, text);
    }
    List<FeatureChange> told = changes.stream().limit(limit).toList();
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .body(
            new Page(
                id,
                fid,
                told.stream().map(change -> ChangeView.of(layer, change)).toList(),
                changes.size() > limit ? told.getLast().number() : null));
  }

  /** Brings the feature back to what it was before the change. */
  @PostMapping("/{number}/restore")
  ResponseEntity<Void> restore(
      @PathVariable String id,
      @PathVariable("fid") String text,
      @PathVariable String number,
      User user,
      Lang lang,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
    OpenLayer layer = rights.open(user, id);
    long fid = OneFeature.number(layer, text);
    FeatureEdits.Edited restored =
        edits.restore(user, layer, fid, Parameters.integer("number", number), ifMatch);
    return ResponseEntity.noContent().eTag(restored.tag().geoJson(Crs.CRS84, lang)).build();
  }

  /** Names of colleagues are told to those who work on the layer, and to auditors. */
  private OpenLayer opened(User user, String id) {
    OpenLayer layer = layers.open(user, id, Action.QUERY);
    if (user.isAnonymous()) {
      throw new InsufficientAuthenticationException("the history takes a sign-in");
    }
    boolean worksOnIt =
        policy.decide(user, layer.definition(), Action.EDIT).allowed()
            || policy.decide(user, layer.definition(), Action.PUBLISH).allowed();
    if (!worksOnIt && !user.has(Role.AUDITOR)) {
      throw new Problem.Forbidden(
          Text.of(
              "修改历史仅对该图层的编辑、发布人员和审计人员开放。",
              "The history is open to the layer's editors and publishers, and to auditors."));
    }
    return layer;
  }
}

package org.citygis.features.edit;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.citygis.catalog.AccessPolicy;
import org.citygis.catalog.Edits;
import org.citygis.catalog.Layers;
import org.citygis.catalog.OpenLayer;
import org.citygis.problem.Problem;
import org.citygis.security.Action;
import org.citygis.security.User;
import org.citygis.text.Text;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.stereotype.Component;

/** Who may change single features of a layer here, and what an address therefore understands. */
@Component
class EditRights {
  static final List<String> READING = List.of("GET", "HEAD", "OPTIONS");
  static final List<String> ON_ITEMS = List.of("POST");
  static final List<String> ON_ITEM = List.of("PUT", "PATCH", "DELETE");

  private final Layers layers;
  private final AccessPolicy policy;

  EditRights(Layers layers, AccessPolicy policy) {
    this.layers = layers;
    this.policy = policy;
  }

  /**
   * The layer, opened for an edit.
   *
   * @throws Problem.NotFound when there is none that the user may see
   * @throws Problem.NotSupported when nobody edits its features here
   * @throws Problem.Forbidden when this user may not; whoever is not signed in is asked to
   */
  OpenLayer open(User user, String id) {
    Edits edits = layers.open(user, id, Action.QUERY).definition().edits();
    if (edits.service() != null) {
      throw new Problem.NotSupported(
          Text.of(
              "图层 %s 的要素由 %s 按自己的规则修改，不能在此编辑。".formatted(id, edits.service()),
              "Features of layer %s are changed by %s under rules of its own, not here."
                  .formatted(id, edits.service())),
          Set.copyOf(READING));
    }
    if (!edits.allowed()) {
      throw new Problem.NotSupported(
          Text.of(
              "图层 %s 不接受逐个要素的编辑，只能整体导入。".formatted(id),
              "Single features of layer %s are not edited; it is imported as a whole."
                  .formatted(id)),
          Set.copyOf(READING));
    }
    if (user.isAnonymous()) {
      throw new InsufficientAuthenticationException("editing takes a sign-in");
    }
    return layers.open(user, id, Action.EDIT);
  }

  /**
   * The methods that this user may use, for the header Allow.
   *
   * @param editing those that edit
   */
  String allow(User user, String id, List<String> editing) {
    OpenLayer layer = layers.open(user, id, Action.QUERY);
    Set<String> methods = new LinkedHashSet<>(READING);
    if (layer.definition().edits().service() == null
        && policy.decide(user, layer.definition(), Action.EDIT).allowed()) {
      methods.addAll(editing);
    }
    return String.join(", ", methods);
  }
}

package org.citygis.catalog;

import java.util.Set;
import java.util.stream.Collectors;
import org.citygis.security.AccessDecision;
import org.citygis.security.Action;
import org.citygis.security.Role;
import org.citygis.security.User;
import org.citygis.text.Text;
import org.springframework.stereotype.Component;

/**
 * The one decision: may this user do this to this layer, and with which rows and fields? Denies
 * unless granted.
 */
@Component
public class AccessPolicy {

  public AccessDecision decide(User user, LayerDefinition layer, Action action) {
    if (!mayView(user, layer)) {
      return AccessDecision.denied(
          Text.of(
              "图层“%s”仅对%s开放。".formatted(layer.title().zh(), audience(layer).zh()),
              "Layer '%s' is open to %s only."
                  .formatted(layer.title().en(), audience(layer).en())));
    }
    return switch (action) {
      case VIEW, QUERY -> granted(layer, Text.of("可以查看。", "May be viewed."));
      case EDIT -> edit(user, layer);
      case PUBLISH -> publish(user, layer);
    };
  }

  private static boolean mayView(User user, LayerDefinition layer) {
    return switch (layer.visibility()) {
      case PUBLIC -> true;
      case STAFF -> !user.isAnonymous();
      case DEPARTMENT -> user.belongsTo(layer.department());
    };
  }

  private static AccessDecision edit(User user, LayerDefinition layer) {
    if (!layer.edits().allowed()) {
      return AccessDecision.denied(
          Text.of(
              "图层“%s”不接受逐个要素的编辑，只能整体导入。".formatted(layer.title().zh()),
              "Single features of layer '%s' are not edited; it is imported as a whole."
                  .formatted(layer.title().en())));
    }
    boolean served = layer.edits().service() != null;
    boolean trusted = user.has(Role.EDITOR) || (served && user.has(Role.COMMANDER));
    return trusted && user.belongsTo(layer.department())
        ? granted(layer, Text.of("可以编辑。", "May be edited."))
        : AccessDecision.denied(
            served
                ? Text.of(
                    "编辑“%s”需要该部门的编辑或指挥角色。".formatted(layer.title().zh()),
                    "Editing '%s' takes the editor or commander role of its department."
                        .formatted(layer.title().en()))
                : Text.of(
                    "编辑“%s”需要该部门的编辑角色。".formatted(layer.title().zh()),
                    "Editing '%s' takes the editor role of its department."
                        .formatted(layer.title().en())));
  }

  private static AccessDecision publish(User user, LayerDefinition layer) {
    return user.has(Role.PUBLISHER) && user.belongsTo(layer.department())
        ? granted(layer, Text.of("可以发布。", "May be published."))
        : AccessDecision.denied(
            Text.of(
                "发布“%s”需要该部门的发布角色。".formatted(layer.title().zh()),
                "Publishing '%s' takes the publisher role of its department."
                    .formatted(layer.title().en())));
  }

  private static AccessDecision granted(LayerDefinition layer, Text reason) {
    Set<String> hidden =
        layer.fields().stream().filter(Field::hidden).map(Field::name).collect(Collectors.toSet());
    return AccessDecision.allowed(hidden, reason);
  }

  private static Text audience(LayerDefinition layer) {
    return switch (layer.visibility()) {
      case PUBLIC -> Text.of("所有人", "everybody");
      case STAFF -> Text.of("登录的工作人员", "signed-in staff");
      case DEPARTMENT -> Text.of("所属部门", "its own department");
    };
  }
}

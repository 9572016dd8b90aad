package org.citygis.style.derive;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.citygis.catalog.Layers;
import org.citygis.catalog.OpenLayer;
import org.citygis.security.Action;
import org.citygis.security.User;
import org.citygis.style.StyleJson;
import org.citygis.style.StyleSheet;
import org.citygis.style.StyleShelf;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Styles made from a field, for looking at; saving them is another request. */
@RestController
class DeriveController {
  private final Layers layers;
  private final StyleShelf shelf;
  private final Derivation derivation;
  private final CodePacks packs;

  DeriveController(Layers layers, StyleShelf shelf, Derivation derivation, CodePacks packs) {
    this.layers = layers;
    this.shelf = shelf;
    this.derivation = derivation;
    this.packs = packs;
  }

  /** The packs and colour ramps to choose from. */
  @GetMapping("/api/style-choices")
  Map<String, Object> choices() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put(
        "packs",
        packs.list().stream()
            .map(
                pack ->
                    Map.of(
                        "id", pack.id(), "title", pack.title(), "classes", pack.classes().size()))
            .toList());
    json.put("ramps", Arrays.stream(Ramp.values()).map(DeriveController::ramp).toList());
    json.put("methods", List.of("codes", "quantile", "jenks", "equal", "stddev"));
    return json;
  }

  private static Map<String, Object> ramp(Ramp ramp) {
    return Map.of(
        "id", ramp.id(),
        "title", ramp.title(),
        "kind", ramp.kind().name().toLowerCase(Locale.ROOT),
        "colors", ramp.colors(6));
  }

  @PostMapping("/api/layers/{id}/styles/derive")
  Map<String, Object> derive(@PathVariable String id, @RequestBody Wish.Json wish, User user) {
    OpenLayer layer = layers.open(user, id, Action.QUERY);
    Derivation.Derived derived = derivation.derive(layer, Wish.of(wish));
    StyleSheet sheet = shelf.read(layer, "derived", derived.sld());
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("sld", derived.sld());
    json.put("style", StyleJson.of(sheet.style()));
    json.put("breaks", derived.breaks());
    json.put("counts", derived.counts());
    json.put("sampled", derived.sampled());
    return json;
  }
}

package org.citygis.catalog;

import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.regex.Pattern;
import org.citygis.catalog.SitePart.How;
import org.citygis.text.Text;
import org.jspecify.annotations.Nullable;

/** Reads the {@code site} block of a layer: how it takes part in the report of a site. */
final class SiteDeclaration {
  private static final Pattern COLOR = Pattern.compile("#[0-9a-fA-F]{6}");
  private static final int FARTHEST_METRES = 50_000;

  private final Declaration block;
  private final LayerDefinition layer;
  private final How how;

  private SiteDeclaration(Declaration block, LayerDefinition layer) {
    this.block =
        block.only(
            "how", "order", "heading", "nothing", "group", "fields", "most", "within", "period",
            "sketch");
    this.layer = layer;
    this.how = block.oneOf("how", How.class);
  }

  /** One block, or a list of them where a layer answers more than one question. */
  static List<SitePart> read(Declaration declared, LayerDefinition layer) {
    return declared.oneOrMore("site").stream()
        .map(block -> new SiteDeclaration(block, layer).part())
        .toList();
  }

  private SitePart part() {
    shapes();
    boolean around = how == How.NEAREST || how == How.COUNT;
    onlyFor("within", around, "nearest and count");
    onlyFor("group", how != How.NEAREST && how != How.CONTAINS, "overlap, count and backdrop");
    onlyFor("nothing", how != How.BACKDROP, "what is told, not drawn");
    onlyFor("fields", how != How.BACKDROP && how != How.COUNT, "contains, overlap and nearest");
    onlyFor("most", how != How.BACKDROP && how != How.COUNT, "contains, overlap and nearest");
    Text heading = block.optionalBilingual("heading");
    return new SitePart(
        how,
        block.integer("order", 100, 0, 10_000),
        heading == null ? layer.title() : heading,
        block.optionalBilingual("nothing"),
        group(),
        block.texts("fields").stream().map(name -> seen("fields", name)).toList(),
        block.integer("most", how == How.NEAREST ? 3 : 10, 1, 50),
        around ? block.integer("within", 1, FARTHEST_METRES, "metres") : 0,
        period(),
        sketch());
  }

  private void shapes() {
    boolean fits =
        switch (how) {
          case CONTAINS, OVERLAP ->
              layer.geometry() == GeometryKind.POLYGON || layer.geometry() == GeometryKind.MIXED;
          case NEAREST, COUNT, BACKDROP -> layer.geometry() != GeometryKind.NONE;
        };
    if (!fits) {
      throw block.wrong(
          "how",
          how.tag(),
          "what a layer of geometry '%s' can answer".formatted(layer.geometry().tag()));
    }
  }

  private void onlyFor(String key, boolean allowed, String where) {
    if (block.has(key) && !allowed) {
      throw block.wrong(key, "given for " + how.tag(), "it only for " + where);
    }
  }

  private @Nullable String group() {
    boolean needed = how == How.OVERLAP || how == How.COUNT;
    return block.has("group") || needed ? seen("group", block.text("group")) : null;
  }

  private String seen(String key, String name) {
    boolean known = layer.findField(name).filter(field -> !field.hidden()).isPresent();
    if (!known) {
      String names =
          String.join(
              ", ", layer.fields().stream().filter(f -> !f.hidden()).map(Field::name).toList());
      throw block.wrong(key, name, "one of the layer's fields that are not hidden: " + names);
    }
    return name;
  }

  private @Nullable Period period() {
    onlyFor("period", how == How.COUNT, "count");
    String text = block.optionalText("period");
    if (text == null) {
      return null;
    }
    if (layer.time() == null) {
      throw block.wrong("period", text, "it only in a layer that declares 'time'");
    }
    seen("period", layer.time());
    try {
      Period period = Period.parse(text);
      if (!period.isNegative() && !period.isZero()) {
        return period;
      }
    } catch (DateTimeParseException e) {
      // refused below, as an empty period is
    }
    throw block.wrong("period", text, "an ISO 8601 period such as P1Y or P90D");
  }

  private @Nullable String sketch() {
    return block.has("sketch") || how == How.BACKDROP
        ? block.text("sketch", COLOR, "a colour such as \"#55ff00\"")
        : null;
  }
}

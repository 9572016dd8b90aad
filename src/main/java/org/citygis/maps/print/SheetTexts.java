package org.citygis.maps.print;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.citygis.catalog.Visibility;
import org.citygis.maps.draw.MapLayer;
import org.citygis.problem.Problem;
import org.citygis.text.Text;
import org.jspecify.annotations.Nullable;

/** What stands around the map in words. */
final class SheetTexts {
  private static final int LONGEST = 120;
  private static final Text INTERNAL = Text.of("内部", "Internal");

  private SheetTexts() {}

  static Text title(@Nullable Map<String, String> title) {
    String zh = title == null ? "" : title.getOrDefault("zh", "");
    String en = title == null ? "" : title.getOrDefault("en", "");
    Text text = Text.of(zh.isBlank() ? en : zh, en.isBlank() ? zh : en);
    checkLength("title", text.zh());
    checkLength("title", text.en());
    return text.zh().isBlank() ? Text.of("地图", "Map") : text;
  }

  private static void checkLength(String name, String text) {
    if (text.length() > LONGEST) {
      throw Problem.Invalid.parameter(
          name,
          text,
          Text.of("至多 %d 个字符".formatted(LONGEST), "at most %d characters".formatted(LONGEST)));
    }
  }

  /** What the layers demand stands on the sheet; what was asked for can only be added to it. */
  static @Nullable Text mark(@Nullable String asked, List<MapLayer> layers) {
    boolean open =
        layers.stream()
            .allMatch(layer -> layer.layer().definition().visibility() == Visibility.PUBLIC);
    if (asked == null || asked.isBlank()) {
      return open ? null : INTERNAL;
    }
    checkLength("classification", asked);
    return open
        ? Text.same(asked)
        : Text.of(INTERNAL.zh() + " · " + asked, INTERNAL.en() + " · " + asked);
  }

  static Text source(@Nullable String asked, List<MapLayer> layers) {
    if (asked != null && !asked.isBlank()) {
      checkLength("source", asked);
      return Text.same(asked);
    }
    Set<Text> sources = new LinkedHashSet<>();
    for (MapLayer layer : layers) {
      Text text = layer.layer().definition().attribution();
      if (text != null) {
        sources.add(text);
      }
    }
    return Text.of(
        String.join("、", sources.stream().map(Text::zh).toList()),
        String.join(", ", sources.stream().map(Text::en).toList()));
  }
}

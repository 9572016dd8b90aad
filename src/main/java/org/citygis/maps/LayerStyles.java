package org.citygis.maps;

import java.util.List;
import org.citygis.catalog.OpenLayer;
import org.citygis.problem.Problem;
import org.citygis.style.Style;
import org.citygis.style.StyleSheet;
import org.citygis.style.Styles;
import org.citygis.text.Text;
import org.springframework.stereotype.Component;

/** Which style draws a layer. */
@Component
public class LayerStyles {
  private final Styles styles;

  LayerStyles(Styles styles) {
    this.styles = styles;
  }

  /** The style that the layer is drawn in. */
  public Style of(OpenLayer layer) {
    return styles.of(layer.definition());
  }

  /** Those to choose from, the one that it is drawn in first. */
  public List<Style> listFor(OpenLayer layer) {
    return styles.listFor(layer.definition(), layer.definition().style()).stream()
        .map(StyleSheet::style)
        .toList();
  }

  /**
   * A style that was asked for by name: one of a file, which serves any layer, or one that was
   * saved for this layer.
   *
   * @throws Problem.NotFound when there is none
   */
  public Style named(OpenLayer layer, String id) {
    return styles
        .findSheet(id)
        .filter(sheet -> sheet.isFile() || layer.layer().id().equals(sheet.layer()))
        .map(StyleSheet::style)
        .orElseThrow(
            () ->
                new Problem.NotFound(
                    Text.of("没有样式“%s”。".formatted(id), "There is no style '%s'.".formatted(id))));
  }

  /** Changes whenever the layer may look different: its rows or its style. */
  public String state(OpenLayer layer, Style style) {
    return "%s.%s.%s.%s"
        .formatted(
            layer.layer().id(),
            layer.layer().etag(),
            Long.toString(layer.layer().currentVersion().createdAt().toEpochMilli(), 36),
            styles
                .findSheet(style.id())
                .filter(sheet -> sheet.style() == style)
                .map(StyleSheet::etag)
                .orElseGet(() -> Integer.toHexString(style.hashCode())));
  }
}

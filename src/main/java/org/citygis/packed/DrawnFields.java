package org.citygis.packed;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.citygis.catalog.GeometryKind;
import org.citygis.catalog.LayerDefinition;
import org.citygis.style.StyleSheet;
import org.citygis.style.Styles;

/** Which fields of a layer its styles make a map of a zoom look at. */
public final class DrawnFields {
  /** From here on shapes carry all their values; before, those that drawing looks at. */
  private static final int ALL = 14;

  private final LayerDefinition layer;
  private final List<StyleSheet> sheets;
  private final Set<String> classFields;
  private final List<Set<String>> drawn = new ArrayList<>();
  private final String state;

  DrawnFields(LayerDefinition layer, Styles styles) {
    this.layer = layer;
    sheets = styles.listFor(layer, layer.style());
    classFields = Set.copyOf(styles.classFields(layer));
    for (int zoom = 0; zoom < ALL; zoom++) {
      // The portal draws a tile at its own zoom and, 512 pixels wide, at the next.
      drawn.add(Set.copyOf(styles.fields(layer, zoom, zoom + 1)));
    }
    state = Integer.toHexString(31 * drawn.hashCode() + classFields.hashCode());
  }

  /** Whether the layer is still declared and drawn as it was. */
  boolean isOf(LayerDefinition now, Styles styles) {
    List<StyleSheet> others = styles.listFor(now, now.style());
    if (now != layer || others.size() != sheets.size()) {
      return false;
    }
    for (int i = 0; i < sheets.size(); i++) {
      if (sheets.get(i) != others.get(i)) {
        return false;
      }
    }
    return true;
  }

  /** The fields that symbols depend on. */
  public Set<String> classFields() {
    return classFields;
  }

  /** Those of the fields that tiles of a zoom carry, in the given order. */
  public List<String> at(int zoom, List<String> fields) {
    if (zoom >= ALL || layer.geometry() == GeometryKind.POINT) {
      return List.copyOf(fields);
    }
    Set<String> wanted = drawn.get(zoom);
    return fields.stream().filter(wanted::contains).toList();
  }

  /** Another one whenever the answers of the others may be. */
  public String state() {
    return state;
  }
}

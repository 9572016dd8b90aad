package org.citygis.packed;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.citygis.catalog.LayerDefinition;
import org.citygis.storage.Column;
import org.citygis.storage.FeatureTable;

/**
 * What a pack of a layer has: the zooms made ready, with the fields of each.
 *
 * @param classFields by which small shapes are merged
 * @param levels one for each zoom from the first at which the layer is drawn up to the last at
 *     which shapes are generalised and many; further zooms read the whole layer
 */
record PackPlan(Set<String> classFields, List<Zoom> levels) {
  /** From the next zoom on a tile has so few shapes that they are generalised when it is cut. */
  private static final int LAST = 14;

  record Zoom(int zoom, List<String> fields) {}

  static PackPlan of(LayerDefinition layer, FeatureTable table, DrawnFields drawn) {
    List<String> columns = table.columns().stream().map(Column::name).toList();
    Set<String> classes = new TreeSet<>(drawn.classFields());
    classes.retainAll(columns);
    List<Zoom> levels = new ArrayList<>();
    // A map that shows tiles 512 pixels wide asks for one zoom less.
    for (int zoom = Math.max(0, layer.zoom().min() - 1); zoom <= LAST; zoom++) {
      levels.add(new Zoom(zoom, drawn.at(zoom, columns)));
    }
    return new PackPlan(classes, levels);
  }

  /** Whether a pack is what this plan would make. */
  boolean isOf(PackState state) {
    List<Zoom> made = new ArrayList<>();
    for (PackState.Part part : state.levels().subList(0, state.levels().size() - 1)) {
      List<String> fields = new ArrayList<>();
      for (int field : part.fields()) {
        fields.add(state.columns().get(field).column().name());
      }
      made.add(new Zoom(part.zoom(), fields));
    }
    return made.equals(levels) && state.classFields().equals(classFields);
  }
}

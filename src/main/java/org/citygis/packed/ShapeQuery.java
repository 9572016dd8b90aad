package org.citygis.packed;

import java.util.List;
import java.util.Set;
import org.citygis.geo.Box;

/**
 * Which shapes of a layer, and how much of each.
 *
 * @param box in metres of EPSG:3857; what meets it is read, and a little beside it may be
 * @param zoom whose detail is wanted: that of vector tiles drawn 512 pixels wide. Whoever draws
 *     tiles 256 pixels wide asks for the zoom before his own
 * @param fields names of the values wanted with each shape, in this order; hidden ones come as null
 * @param classFields those by which symbols differ: what is too small to be seen is merged by them
 */
public record ShapeQuery(Box box, int zoom, List<String> fields, Set<String> classFields) {
  public ShapeQuery {
    fields = List.copyOf(fields);
    classFields = Set.copyOf(classFields);
  }

  /** For each field whether it is one of the class fields. */
  boolean[] ofClass() {
    boolean[] ofClass = new boolean[fields.size()];
    for (int i = 0; i < ofClass.length; i++) {
      ofClass[i] = classFields.contains(fields.get(i));
    }
    return ofClass;
  }
}

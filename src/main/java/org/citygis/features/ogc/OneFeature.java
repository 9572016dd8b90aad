package org.citygis.features.ogc;

import java.util.List;
import org.citygis.catalog.Field;
import org.citygis.catalog.OpenLayer;
import org.citygis.problem.Problem;
import org.citygis.storage.FeatureQuery;
import org.citygis.text.Text;

/** Finds a feature by its number. */
public final class OneFeature {
  private OneFeature() {}

  /** The number in an address; one that cannot be a number names no feature. */
  public static long number(OpenLayer layer, String text) {
    try {
      long fid = Long.parseLong(text);
      if (fid > 0) {
        return fid;
      }
    } catch (NumberFormatException e) {
      // answered below, as a number that no feature has
    }
    throw missing(layer, text);
  }

  public static Problem.NotFound missing(OpenLayer layer, String fid) {
    String id = layer.layer().id();
    return new Problem.NotFound(
        Text.of(
            "图层 %s 没有编号为“%s”的要素。".formatted(id, fid),
            "Layer %s has no feature '%s'.".formatted(id, fid)));
  }

  /** The first feature from this number on, through the index of the primary key. */
  static FeatureQuery query(OpenLayer layer, List<Field> fields, long fid) {
    return ofColumns(layer, fields.stream().map(Field::name).toList(), fid);
  }

  /** The same with these columns. */
  static FeatureQuery ofColumns(OpenLayer layer, List<String> columns, long fid) {
    return layer.query().fields(columns).afterFid(fid - 1).page(0, 1);
  }
}

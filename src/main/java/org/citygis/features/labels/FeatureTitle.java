package org.citygis.features.labels;

import java.sql.SQLException;
import java.util.List;
import org.citygis.catalog.Field;
import org.citygis.catalog.LayerDefinition;
import org.citygis.storage.FeatureRow;
import org.citygis.text.Lang;
import org.citygis.text.Text;

/**
 * What a feature is called: its label field in the language, or in the other, or layer and number.
 */
public record FeatureTitle(LayerDefinition layer, int first, int second, Lang lang) {

  /**
   * @param fields the fields of the rows, in their order
   */
  public static FeatureTitle of(LayerDefinition layer, List<Field> fields, Lang lang) {
    Text label = layer.label();
    if (label == null) {
      return new FeatureTitle(layer, -1, -1, lang);
    }
    List<String> names = fields.stream().map(Field::name).toList();
    Lang other = lang == Lang.ZH ? Lang.EN : Lang.ZH;
    return new FeatureTitle(
        layer, names.indexOf(label.in(lang)), names.indexOf(label.in(other)), lang);
  }

  public String of(FeatureRow row) throws SQLException {
    for (int index : new int[] {first, second}) {
      Object value = index < 0 ? null : row.value(index);
      if (value != null && !value.toString().isBlank()) {
        return value.toString();
      }
    }
    return layer.title().in(lang) + " " + row.fid();
  }
}

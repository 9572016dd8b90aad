package org.citygis.features.site;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.citygis.catalog.Field;
import org.citygis.catalog.OpenLayer;
import org.citygis.catalog.SitePart;
import org.citygis.catalog.VisibleFields;
import org.citygis.features.labels.FeatureTitle;
import org.citygis.features.labels.FieldLabels;
import org.citygis.geo.Box;
import org.citygis.geo.Crs;
import org.citygis.geo.Reprojection;
import org.citygis.problem.Problem;
import org.citygis.storage.FeatureRow;
import org.citygis.text.Lang;
import org.citygis.text.Text;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/** Tells of the rows of a layer what its part in the report says, in both languages. */
final class FeatureTeller {
  private final FieldLabels labels;
  private final Crs survey;
  private final List<Field> fields;
  private final Set<String> told;
  private final FeatureTitle chinese;
  private final FeatureTitle english;
  private final int group;

  FeatureTeller(OpenLayer layer, SitePart part, Crs survey, FieldLabels labels) {
    this.labels = labels;
    this.survey = survey;
    Text label = layer.definition().label();
    boolean named = part.how() != SitePart.How.COUNT;
    Set<String> titles =
        label == null || !named ? Set.of() : Set.copyOf(List.of(label.zh(), label.en()));
    Predicate<String> declared =
        name -> named && (part.fields().isEmpty() || part.fields().contains(name));
    this.fields =
        VisibleFields.of(layer).stream()
            .filter(
                f ->
                    titles.contains(f.name())
                        || declared.test(f.name())
                        || f.name().equals(part.group()))
            .toList();
    this.told =
        fields.stream()
            .map(Field::name)
            .filter(name -> declared.test(name) && !titles.contains(name))
            .collect(Collectors.toSet());
    this.chinese = FeatureTitle.of(layer.definition(), fields, Lang.ZH);
    this.english = FeatureTitle.of(layer.definition(), fields, Lang.EN);
    this.group = part.group() == null ? -1 : index(part.group());
  }

  private int index(String name) {
    for (int i = 0; i < fields.size(); i++) {
      if (fields.get(i).name().equals(name)) {
        return i;
      }
    }
    throw new Problem.Invalid(
        Text.of(
            "该图层当前版本没有字段 %s。".formatted(name),
            "The layer's current version has no field %s.".formatted(name)));
  }

  /** What a query must bring for this. */
  List<Field> fields() {
    return fields;
  }

  @Nullable Field groupField() {
    return group < 0 ? null : fields.get(group);
  }

  @Nullable Object group(FeatureRow row) throws SQLException {
    return group < 0 ? null : row.value(group);
  }

  /**
   * @param shape the row's, in the survey system
   */
  ToldFeature tell(FeatureRow row, Geometry shape) throws SQLException {
    List<ToldFeature.Property> properties = new ArrayList<>();
    for (int i = 0; i < fields.size(); i++) {
      Field field = fields.get(i);
      if (told.contains(field.name())) {
        properties.add(property(field, row.value(i)));
      }
    }
    return new ToldFeature(
        row.fid(),
        Text.of(chinese.of(row), english.of(row)),
        properties,
        bbox(shape),
        null,
        null,
        null,
        null);
  }

  private ToldFeature.Property property(Field field, @Nullable Object value) {
    String zh = labels.meaning(field, value, Lang.ZH);
    String en = labels.meaning(field, value, Lang.EN);
    Object finite = value instanceof Double number && !Double.isFinite(number) ? null : value;
    return new ToldFeature.Property(
        field.name(),
        field.alias(),
        finite,
        zh == null || en == null ? null : Text.of(zh, en),
        FieldLabels.unit(field));
  }

  private double[] bbox(Geometry shape) {
    Box box = Reprojection.between(survey, Crs.CRS84).apply(Box.of(shape.getEnvelopeInternal()));
    return new double[] {
      rounded(box.minX()), rounded(box.minY()), rounded(box.maxX()), rounded(box.maxY())
    };
  }

  private static double rounded(double degrees) {
    return Math.round(degrees * 1e7) / 1e7;
  }
}

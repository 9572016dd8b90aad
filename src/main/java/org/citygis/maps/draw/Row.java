package org.citygis.maps.draw;

import java.util.List;
import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.api.feature.simple.SimpleFeatureType;
import org.geotools.feature.simple.SimpleFeatureImpl;
import org.geotools.feature.simple.SimpleFeatureTypeBuilder;
import org.geotools.filter.identity.FeatureIdImpl;
import org.jspecify.annotations.Nullable;

/** The values of the feature at hand, as filters and expressions of GeoTools look at them. */
final class Row {
  private final @Nullable Object[] values;
  private final SimpleFeature feature;

  Row(List<String> fields) {
    SimpleFeatureTypeBuilder type = new SimpleFeatureTypeBuilder();
    type.setName("row");
    fields.forEach(field -> type.add(field, Object.class));
    SimpleFeatureType built = type.buildFeatureType();
    values = new @Nullable Object[fields.size()];
    feature = new SimpleFeatureImpl(values, built, new FeatureIdImpl("row"), false);
  }

  /** The feature with these values; the one before is gone. */
  SimpleFeature of(@Nullable Object[] newValues) {
    System.arraycopy(newValues, 0, values, 0, values.length);
    return feature;
  }
}

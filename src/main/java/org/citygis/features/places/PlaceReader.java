package org.citygis.features.places;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.citygis.catalog.Field;
import org.citygis.catalog.LayerDefinition;
import org.citygis.catalog.OpenLayer;
import org.citygis.catalog.VisibleFields;
import org.citygis.features.labels.FieldLabels;
import org.citygis.geo.Crs;
import org.citygis.geo.Reprojection;
import org.citygis.storage.FeatureRow;
import org.citygis.storage.FeatureStore;
import org.citygis.storage.GeometryColumn;
import org.citygis.text.Lang;
import org.citygis.text.Text;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.springframework.stereotype.Component;

/** Reads what is told of a match. */
@Component
class PlaceReader {
  private final FeatureStore store;
  private final FieldLabels labels;

  PlaceReader(FeatureStore store, FieldLabels labels) {
    this.store = store;
    this.labels = labels;
  }

  /** Empty when the feature has gone since its name was indexed. */
  Optional<Place> read(Match match, Lang lang) {
    OpenLayer layer = match.layer();
    GeometryColumn geometry = layer.table().geometry();
    if (geometry == null) {
      return Optional.empty();
    }
    List<Field> fields = VisibleFields.of(layer);
    List<Place> found = new ArrayList<>();
    store.read(
        layer.table(),
        layer
            .query()
            .fields(fields.stream().map(Field::name).toList())
            .afterFid(match.fid() - 1)
            .page(0, 1),
        row -> {
          Geometry shape = row.geometry();
          if (row.fid() == match.fid() && shape != null && !shape.isEmpty()) {
            found.add(place(layer, geometry.crs(), fields, row, shape, lang));
          }
          return false;
        });
    return found.stream().findFirst();
  }

  private Place place(
      OpenLayer layer, Crs crs, List<Field> fields, FeatureRow row, Geometry shape, Lang lang)
      throws SQLException {
    Reprojection toLonLat = Reprojection.between(crs, Crs.CRS84);
    Coordinate inside = shape.getInteriorPoint().getCoordinate();
    Coordinate point = toLonLat.apply(inside.x, inside.y);
    Envelope box = toLonLat.apply(shape).getEnvelopeInternal();
    LayerDefinition definition = layer.definition();
    String title = definition.title().in(lang);
    Values values = new Values(fields, row, lang);
    String zh = values.name(definition, Lang.ZH);
    String en = values.name(definition, Lang.EN);
    String address = values.first(lang == Lang.EN ? "address_en" : "address", "address");
    String kind = values.label("kind");
    return new Place(
        definition.id(),
        row.fid(),
        zh != null ? zh : en != null ? en : title + " " + row.fid(),
        en,
        kind == null ? title : kind,
        address != null ? address : kind == null ? null : title,
        degrees(point.x),
        degrees(point.y),
        new double[] {
          degrees(box.getMinX()),
          degrees(box.getMinY()),
          degrees(box.getMaxX()),
          degrees(box.getMaxY())
        });
  }

  private static double degrees(double value) {
    return Math.round(value * 1e7) / 1e7;
  }

  /** The values of a row by the names of its fields. */
  private final class Values {
    private final List<Field> fields;
    private final FeatureRow row;
    private final Lang lang;

    Values(List<Field> fields, FeatureRow row, Lang lang) {
      this.fields = fields;
      this.row = row;
      this.lang = lang;
    }

    /** The label field's value, else the first searched field's that has one. */
    @Nullable String name(LayerDefinition definition, Lang nameLang) throws SQLException {
      Text label = definition.label();
      String labelled = label == null ? null : text(label.in(nameLang));
      return labelled != null || nameLang == Lang.EN
          ? labelled
          : first(definition.search().toArray(String[]::new));
    }

    @Nullable String first(String... names) throws SQLException {
      for (String name : names) {
        String text = text(name);
        if (text != null) {
          return text;
        }
      }
      return null;
    }

    /** What the code list says of the field's value, or the value. */
    @Nullable String label(String name) throws SQLException {
      String text = text(name);
      for (Field field : fields) {
        if (text != null && field.name().equals(name)) {
          String label = labels.meaning(field, text, lang);
          return label == null ? text : label;
        }
      }
      return text;
    }

    private @Nullable String text(String name) throws SQLException {
      for (int i = 0; i < fields.size(); i++) {
        if (fields.get(i).name().equals(name)) {
          Object value = row.value(i);
          return value == null || value.toString().isBlank() ? null : value.toString();
        }
      }
      return null;
    }
  }
}

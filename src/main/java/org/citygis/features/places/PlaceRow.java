package org.citygis.features.places;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.citygis.catalog.Field;
import org.citygis.catalog.LayerDefinition;
import org.citygis.catalog.OpenLayer;
import org.citygis.features.labels.FieldLabels;
import org.citygis.geo.Crs;
import org.citygis.geo.Reprojection;
import org.citygis.text.Lang;
import org.citygis.text.Text;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * A row of a layer, as a place is told of it.
 *
 * @param texts the values of the fields, in their order
 */
record PlaceRow(
    OpenLayer layer,
    List<Field> fields,
    List<@Nullable String> texts,
    FieldLabels labels,
    Lang lang) {

  /** Empty when its names are not what was searched for. */
  Optional<Place> find(long fid, Geometry shape, Crs crs, NameSearch search) {
    List<String> searched = LayerNames.searched(layer);
    NameFit fit = NameFit.find(search, texts(searched));
    if (fit == null) {
      return Optional.empty();
    }
    String field = fit.index() < 0 ? null : searched.get(fit.index());
    LayerDefinition definition = layer.definition();
    String title = definition.title().in(lang);
    String zh = name(Lang.ZH);
    String en = name(Lang.EN);
    String name = zh != null ? zh : en != null ? en : title + " " + fid;
    String kind = label("kind");
    String detail = detail(field, name, en, kind == null ? null : title);
    Map<String, List<int[]>> highlights = new LinkedHashMap<>();
    highlights.put("name", Highlights.of(name, search));
    highlights.put("name_en", Highlights.of(en, search));
    highlights.put("detail", Highlights.of(detail, search));
    highlights.values().removeIf(List::isEmpty);
    Reprojection toLonLat = Reprojection.between(crs, Crs.CRS84);
    Coordinate inside = shape.getInteriorPoint().getCoordinate();
    Coordinate point = toLonLat.apply(inside.x, inside.y);
    return Optional.of(
        new Place(
            definition.id(),
            fid,
            name,
            en,
            kind == null ? title : kind,
            detail,
            degrees(point.x),
            degrees(point.y),
            box(toLonLat.apply(shape).getEnvelopeInternal()),
            fit.rank().name().toLowerCase(Locale.ROOT),
            field,
            highlights));
  }

  /** The address, or the field that matched where it is none of what is shown anyway. */
  private @Nullable String detail(
      @Nullable String field, String name, @Nullable String en, @Nullable String otherwise) {
    String address = first(List.of(lang == Lang.EN ? "address_en" : "address", "address"));
    String matched = field == null ? null : text(field);
    if (matched == null || matched.equals(name) || matched.equals(en) || matched.equals(address)) {
      return address != null ? address : otherwise;
    }
    return fields.stream()
        .filter(f -> f.name().equals(field))
        .map(f -> f.alias().in(lang) + (lang == Lang.EN ? ": " : "：") + matched)
        .findFirst()
        .orElse(address);
  }

  /** The label field's value, else the first searched field's that has one. */
  private @Nullable String name(Lang nameLang) {
    Text label = layer.definition().label();
    String labelled = label == null ? null : text(label.in(nameLang));
    return labelled != null || nameLang == Lang.EN ? labelled : first(layer.definition().search());
  }

  private List<@Nullable String> texts(List<String> names) {
    List<@Nullable String> found = new ArrayList<>(names.size());
    for (String name : names) {
      found.add(text(name));
    }
    return found;
  }

  private @Nullable String first(List<String> names) {
    return names.stream().map(this::text).filter(Objects::nonNull).findFirst().orElse(null);
  }

  /** What the code list says of the field's value, or the value. */
  private @Nullable String label(String name) {
    String text = text(name);
    for (Field field : fields) {
      if (text != null && field.name().equals(name)) {
        String label = labels.meaning(field, text, lang);
        return label == null ? text : label;
      }
    }
    return text;
  }

  private @Nullable String text(String name) {
    for (int i = 0; i < fields.size(); i++) {
      if (fields.get(i).name().equals(name)) {
        return texts.get(i);
      }
    }
    return null;
  }

  private static double[] box(Envelope box) {
    return new double[] {
      degrees(box.getMinX()), degrees(box.getMinY()), degrees(box.getMaxX()), degrees(box.getMaxY())
    };
  }

  private static double degrees(double value) {
    return Math.round(value * 1e7) / 1e7;
  }
}

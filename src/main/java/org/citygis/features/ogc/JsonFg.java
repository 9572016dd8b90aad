package org.citygis.features.ogc;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.citygis.catalog.OpenLayer;
import org.citygis.format.GeoJsonFeature;
import org.citygis.geo.Crs;
import org.citygis.storage.FeatureRow;
import org.citygis.storage.GeometryColumn;
import org.citygis.web.geojson.GeoJsonShape;
import org.citygis.web.geojson.JsonBytes;
import org.jspecify.annotations.Nullable;

/**
 * Features as OGC Features and Geometries JSON (JSON-FG 1.0, OGC 21-045r1): {@code geometry} is in
 * longitude and latitude, {@code place} in the system asked for where that is another one, its axes
 * in the order of the register; {@code time} is what the layer's field of time says.
 */
final class JsonFg {
  private static final String SPEC = "http://www.opengis.net/spec/json-fg-1/1.0/conf/";
  static final List<String> CONFORMS_TO = List.of(SPEC + "core", SPEC + "types-schemas");

  private static final byte[] GEOMETRY = ",\"geometry\":".getBytes(StandardCharsets.UTF_8);
  private static final byte[] PLACE = ",\"place\":".getBytes(StandardCharsets.UTF_8);

  private final JsonBytes out;
  private final OpenLayer layer;
  private final ItemSelection selection;
  private final GeoJsonFeature feature;
  private final @Nullable GeoJsonShape geometry;
  private final @Nullable GeoJsonShape place;

  JsonFg(JsonBytes out, OpenLayer layer, ItemSelection selection) {
    this.out = out;
    this.layer = layer;
    this.selection = selection;
    GeometryColumn column = layer.table().geometry();
    boolean placed = column != null && !selection.crs().equals(Crs.CRS84);
    boolean fallback = !placed || selection.profile() == ItemProfile.JSONFG_PLUS;
    this.geometry = column != null && fallback ? new GeoJsonShape(column.crs(), Crs.CRS84) : null;
    this.place = column != null && placed ? new GeoJsonShape(column.crs(), selection.crs()) : null;
    this.feature = new GeoJsonFeature(out, null, GeoJsonFeature.columns(layer, selection.fields()));
  }

  /**
   * The members of the outermost object that say what the document is, each with a comma before it.
   *
   * @param schema the address of the layer's schema
   */
  void describe(String schema, boolean isCollection) {
    out.raw(",\"conformsTo\":[");
    for (int i = 0; i < CONFORMS_TO.size(); i++) {
      out.raw(i == 0 ? "" : ",").string(CONFORMS_TO.get(i));
    }
    out.raw("],\"featureType\":").string(layer.layer().id());
    out.raw(",\"featureSchema\":").string(schema);
    GeometryColumn column = layer.table().geometry();
    if (isCollection && column != null && column.type() != GeometryColumn.Type.GEOMETRY) {
      out.raw(",\"geometryDimension\":").integer(dimension(column.type()));
    }
    if (place != null) {
      out.raw(",\"coordRefSys\":").string(selection.crs().uri());
    }
  }

  private static int dimension(GeometryColumn.Type type) {
    return switch (type) {
      case POINT, MULTIPOINT -> 0;
      case MULTILINESTRING -> 1;
      case MULTIPOLYGON -> 2;
      case GEOMETRY -> throw new IllegalArgumentException("shapes of several dimensions");
    };
  }

  /** The feature without its closing brace. */
  void open(FeatureRow row) throws SQLException {
    feature.begin(row);
    byte[] wkb = row.wkb();
    feature.member(GEOMETRY, geometry, wkb);
    feature.member(PLACE, place, wkb);
    out.raw(",\"time\":");
    int index = selection.timeIndex();
    time(index < 0 ? null : row.value(index));
    feature.properties(row);
  }

  /** Moments are in UTC, which the standard wants here and only here. */
  private void time(@Nullable Object value) {
    switch (value) {
      case LocalDate day -> out.raw("{\"date\":").string(day.toString()).raw('}');
      case Instant moment -> out.raw("{\"timestamp\":").string(moment.toString()).raw('}');
      case null -> out.raw("null");
      default -> throw new IllegalArgumentException("no time: " + value);
    }
  }
}

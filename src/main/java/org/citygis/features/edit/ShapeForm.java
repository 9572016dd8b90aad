package org.citygis.features.edit;

import java.util.List;
import org.citygis.catalog.OpenLayer;
import org.citygis.catalog.Reach;
import org.citygis.geo.Box;
import org.citygis.geo.Crs;
import org.citygis.geo.PositionEdit;
import org.citygis.geo.Reprojection;
import org.citygis.history.FeatureState;
import org.citygis.problem.Problem;
import org.citygis.storage.GeometryColumn;
import org.citygis.text.Text;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;
import tools.jackson.databind.JsonNode;

/**
 * Checks the shape of an edit: its type, its axis order, whether the layer's system reaches it,
 * whether it is valid.
 */
final class ShapeForm {
  private final OpenLayer layer;
  private final @Nullable GeometryColumn column;
  private final Crs wire;
  private final Faults faults;

  /**
   * @param wire the system that positions are written in, in its own axis order
   */
  ShapeForm(OpenLayer layer, Crs wire, Faults faults) {
    this.layer = layer;
    this.column = layer.table().geometry();
    this.wire = wire;
    this.faults = faults;
  }

  /**
   * The shape in the layer's own system; null for JSON's null, and where a fault was added.
   *
   * @param now the feature as it is, null for a new one
   */
  @Nullable Geometry read(JsonNode json, @Nullable FeatureState now) {
    if (json.isNull()) {
      return null;
    }
    if (column == null) {
      faults.wrong("/geometry", json, Text.of("null：该图层没有几何", "null: the layer has no places"));
      return null;
    }
    if (column.hasM()) {
      faults.add(
          "/geometry",
          Text.of(
              "该图层的几何带有度量值，GeoJSON 无法表达，因此不能在此修改。",
              "The layer's shapes carry measures, which GeoJSON cannot express; they are not changed here."));
      return null;
    }
    GivenShape given = new GivenShape(column.hasZ() ? 3 : 2, faults);
    Geometry sent = typed(json, column) ? given.read(json) : null;
    if (sent == null) {
      return null;
    }
    if (wire.northFirst()) {
      sent.apply(PositionEdit.SWAP);
    }
    return isWithinReach(sent, given, column) ? stored(sent, now, column) : null;
  }

  private boolean typed(JsonNode json, GeometryColumn of) {
    List<String> types =
        switch (of.type()) {
          case POINT -> List.of("Point");
          case MULTIPOINT -> List.of("Point", "MultiPoint");
          case MULTILINESTRING -> List.of("LineString", "MultiLineString");
          case MULTIPOLYGON -> List.of("Polygon", "MultiPolygon");
          case GEOMETRY ->
              List.of(
                  "Point",
                  "MultiPoint",
                  "LineString",
                  "MultiLineString",
                  "Polygon",
                  "MultiPolygon");
        };
    String type = json.path("type").asString("");
    if (!types.contains(type)) {
      faults.wrong("/geometry/type", type, Text.same(String.join(" / ", types)));
      return false;
    }
    return true;
  }

  private boolean isWithinReach(Geometry sent, GivenShape given, GeometryColumn of) {
    Box reach = Reach.of(layer, of);
    Coordinate[] all = sent.getCoordinates();
    for (int i = 0; i < all.length; i++) {
      if (!isWithin(reach, all[i].x, all[i].y)) {
        boolean swapped = isWithin(reach, all[i].y, all[i].x);
        String value = wire.northFirst() ? all[i].y + ", " + all[i].x : all[i].x + ", " + all[i].y;
        faults.wrong(given.pointer(i), value, swapped ? otherOrder() : inReach(reach));
        return false;
      }
    }
    return true;
  }

  private boolean isWithin(Box reach, double x, double y) {
    if (wire.isGeographic() && !(Math.abs(x) <= 180 && Math.abs(y) <= 90)) {
      return false;
    }
    try {
      Coordinate at = Reprojection.between(wire, Crs.CRS84).apply(x, y);
      return reach.envelope().contains(at);
    } catch (Problem.Invalid outside) {
      return false;
    }
  }

  private Text otherOrder() {
    String zh = wire.isGeographic() ? "纬度、经度" : "北、东";
    String en = wire.isGeographic() ? "lat, lon" : "northing, easting";
    String zhBack = wire.isGeographic() ? "经度、纬度" : "东、北";
    String enBack = wire.isGeographic() ? "lon, lat" : "easting, northing";
    return wire.northFirst()
        ? Text.of(
            "先%s的位置（%s）；您写的是否是%s？".formatted(zh, wire, zhBack),
            "%s, which is the order of %s; did you mean %s?".formatted(en, wire, enBack))
        : Text.of(
            "先%s的位置（%s）；您写的是否是%s？".formatted(zhBack, wire, zh),
            "%s, which is the order of %s; did you mean %s?".formatted(enBack, wire, en));
  }

  private Text inReach(Box reach) {
    String box =
        "%.2f,%.2f,%.2f,%.2f".formatted(reach.minX(), reach.minY(), reach.maxX(), reach.maxY());
    return Text.of(
        "图层坐标系适用范围内的位置（西,南,东,北：%s）".formatted(box),
        "a place within the reach of the layer's system (west,south,east,north: %s)"
            .formatted(box));
  }

  private @Nullable Geometry stored(Geometry sent, @Nullable FeatureState now, GeometryColumn of) {
    Geometry shape = Reprojection.between(wire, of.crs()).apply(sent);
    new KeptVertices(now == null ? null : now.geometry(), of.crs(), wire).restore(shape, sent);
    TopologyValidationError error = new IsValidOp(shape).getValidationError();
    if (error != null) {
      Coordinate at =
          Reprojection.between(of.crs(), wire)
              .apply(error.getCoordinate().x, error.getCoordinate().y);
      faults.wrong(
          "/geometry",
          error.getMessage() + " @ " + place(at),
          Text.of("有效的几何（不自相交、不重叠）", "a valid shape that does not cross itself"));
      return null;
    }
    return shape;
  }

  private String place(Coordinate at) {
    String form = wire.isGeographic() ? "[%.7f, %.7f]" : "[%.3f, %.3f]";
    return wire.northFirst() ? form.formatted(at.y, at.x) : form.formatted(at.x, at.y);
  }
}

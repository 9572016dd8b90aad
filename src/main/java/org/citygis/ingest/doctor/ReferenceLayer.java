package org.citygis.ingest.doctor;

import java.util.ArrayList;
import java.util.List;
import org.citygis.catalog.OpenLayer;
import org.citygis.geo.Box;
import org.citygis.geo.Crs;
import org.citygis.geo.Reprojection;
import org.citygis.problem.Problem;
import org.citygis.storage.FeatureStore;
import org.citygis.storage.GeometryColumn;
import org.citygis.text.Text;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/** A layer of the catalogue, opened for somebody, that shows where things really are. */
public final class ReferenceLayer implements ReferencePoints {
  private static final int MOST_POINTS = 20_000;
  private static final int MOST_ROWS = 5_000;

  private final FeatureStore store;
  private final OpenLayer layer;
  private final Crs crs;

  public ReferenceLayer(FeatureStore store, OpenLayer layer) {
    this.store = store;
    this.layer = layer;
    GeometryColumn column = layer.table().geometry();
    if (column == null) {
      throw Problem.Invalid.parameter(
          "reference",
          layer.definition().id(),
          Text.of("有几何的图层", "a layer whose features have places"));
    }
    this.crs = column.crs();
  }

  @Override
  public String name() {
    return layer.definition().id();
  }

  @Override
  public List<Coordinate> within(Box degrees) {
    try {
      return read(degrees, Reprojection.between(Crs.CRS84, crs).apply(degrees));
    } catch (Problem.Invalid beyondWhatTheLayersSystemCanExpress) {
      return List.of();
    }
  }

  private List<Coordinate> read(Box degrees, Box box) {
    Reprojection toDegrees = Reprojection.between(crs, Crs.CRS84);
    List<Coordinate> points = new ArrayList<>();
    store.read(
        layer.table(),
        layer.query().fields(List.of()).box(box).page(0, MOST_ROWS),
        row -> {
          Geometry shape = row.geometry();
          if (shape != null) {
            Geometry placed = toDegrees.apply(shape);
            for (Coordinate vertex : placed.getCoordinates()) {
              if (degrees.envelope().contains(vertex) && points.size() < MOST_POINTS) {
                points.add(vertex);
              }
            }
          }
          return points.size() < MOST_POINTS;
        });
    return points;
  }
}

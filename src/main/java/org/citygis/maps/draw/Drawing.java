package org.citygis.maps.draw;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.citygis.catalog.OpenLayer;
import org.citygis.geo.Box;
import org.citygis.geo.Crs;
import org.citygis.maps.font.Writer;
import org.citygis.maps.label.Cells;
import org.citygis.maps.label.Labels;
import org.citygis.packed.ShapeQuery;
import org.citygis.packed.ShapeSource;
import org.citygis.packed.ShapeVisitor;
import org.geotools.api.filter.Filter;

/**
 * One picture: areas, lines and marks layer by layer, then the labels of all. Layers with labels
 * are read from a little around the picture; where that turns out to be too little to know which
 * labels stand, they are read once more from farther.
 */
final class Drawing {
  /** Around areas, whose labels lie inside of them, and around points, beside which they stand. */
  private static final double AROUND_AREAS = 40;

  private static final double AROUND_POINTS = 128;
  private static final double FARTHEST = 640;
  private static final int MOST_READS = 3;

  private final View view;
  private final List<MapLayer> layers;
  private final ShapeSource shapes;
  private final RowShapes rows;
  private final Budget budget;
  private final Cells cells;

  Drawing(View view, List<MapLayer> layers, ShapeSource shapes, RowShapes rows, Budget budget) {
    this.view = view;
    this.layers = layers;
    this.shapes = shapes;
    this.rows = rows;
    this.budget = budget;
    cells = new Cells(view.phaseX(Cells.SIDE), view.phaseY(Cells.SIDE));
  }

  void run(Painter painter, Writer writer) {
    Labels labels = labels();
    List<LayerDrawing> drawings = drawings(labels);
    double around = around(drawings);
    read(drawings, around, painter, true);
    double needed = labels.choose();
    for (int i = 1; i < MOST_READS && needed > around && around < FARTHEST; i++) {
      around = Math.min(needed + AROUND_AREAS, FARTHEST);
      labels = labels();
      read(drawings(labels), around, painter, false);
      needed = labels.choose();
    }
    labels.write(writer);
  }

  private List<LayerDrawing> drawings(Labels labels) {
    List<LayerDrawing> drawings = new ArrayList<>();
    for (int order = 0; order < layers.size(); order++) {
      OpenLayer layer = layers.get(order).layer();
      Set<String> visible = Set.copyOf(RowShapes.visible(layer));
      drawings.add(
          new LayerDrawing(layers.get(order).style(), visible, view, order, labels, budget));
    }
    return drawings;
  }

  private double around(List<LayerDrawing> drawings) {
    double around = 0;
    for (int i = 0; i < drawings.size(); i++) {
      if (drawings.get(i).hasLabels()) {
        around =
            Math.max(
                around,
                switch (layers.get(i).layer().definition().geometry()) {
                  case POLYGON -> AROUND_AREAS;
                  case LINE -> 0;
                  case POINT, MIXED, NONE -> AROUND_POINTS;
                });
      }
    }
    return around;
  }

  /**
   * @param paint whether to draw what is no label
   */
  private void read(List<LayerDrawing> drawings, double around, Painter painter, boolean paint) {
    for (int i = 0; i < drawings.size(); i++) {
      LayerDrawing drawing = drawings.get(i);
      if (!drawing.isEmpty() && (paint || drawing.hasLabels() || drawing.hasMarks())) {
        read(layers.get(i), drawing, around);
        if (paint) {
          painter.paint(drawing.slots());
        }
      }
    }
  }

  private Labels labels() {
    return new Labels(view.width(), view.height(), cells);
  }

  private void read(MapLayer layer, LayerDrawing drawing, double around) {
    View region = region(drawing, around);
    ShapeVisitor visitor =
        shape -> {
          view.toPixels(shape.xy(), shape.points());
          drawing.add(shape);
        };
    if (view.crs().equals(Crs.WEB_MERCATOR) && layer.filter() == Filter.INCLUDE) {
      int zoom = Math.max(0, view.zoom() - (view.ratio() > 1.4 ? 0 : 1));
      Set<String> classes = layer.style().classFields();
      shapes.read(
          layer.layer(), new ShapeQuery(region.box(), zoom, drawing.fields(), classes), visitor);
    } else {
      rows.read(
          layer.layer(),
          layer.filter(),
          view.crs(),
          region.box(),
          drawing.fields(),
          budget,
          visitor);
    }
  }

  /** What has to be read: for names along lines whole cells. */
  private View region(LayerDrawing drawing, double around) {
    boolean labelled = drawing.hasLabels();
    View grown =
        view.grown(
            labelled || drawing.hasMarks() ? Math.max(around, drawing.reach()) : drawing.reach());
    if (!drawing.hasLabelsAlongLines()) {
      return grown;
    }
    double left = Cells.before(-around, cells.originX());
    double top = Cells.before(-around, cells.originY());
    double right = Cells.after(view.width() + around, cells.originX());
    double bottom = Cells.after(view.height() + around, cells.originY());
    double dx = view.resolutionX();
    double dy = view.resolutionY();
    Box box = view.box();
    Box whole =
        new Box(
            Math.min(grown.box().minX(), box.minX() + left * dx),
            Math.min(grown.box().minY(), box.maxY() - bottom * dy),
            Math.max(grown.box().maxX(), box.minX() + right * dx),
            Math.max(grown.box().maxY(), box.maxY() - top * dy));
    return new View(view.crs(), whole, whole.width() / dx, whole.height() / dy, 1, view.lang());
  }
}

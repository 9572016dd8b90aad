package org.citygis.features.site;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.citygis.catalog.Catalog;
import org.citygis.catalog.Field;
import org.citygis.catalog.OpenLayer;
import org.citygis.catalog.SitePart;
import org.citygis.catalog.VisibleFields;
import org.citygis.storage.FeatureStore;
import org.citygis.text.Text;
import org.citygis.web.Deadline;
import org.geotools.api.filter.Filter;
import org.geotools.geometry.jts.GeometryClipper;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.simplify.DouglasPeuckerSimplifier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Reads what a sketch shows from the layers that declare a colour for it. */
@Component
class SketchMaker {
  private static final Logger LOG = LoggerFactory.getLogger(SketchMaker.class);

  /** Features of one layer; with more a small map is a smear. */
  private static final int MOST_SHAPES = 2_500;

  private static final int MOST_ENTRIES = 18;
  private static final double LEAST_HEIGHT_METRES = 500;
  private static final double MARGIN = 0.3;
  private static final Comparator<SiteReports.Asked> DRAWING_ORDER =
      Comparator.comparingInt(each -> each.layer().definition().order());

  private final SiteRows rows;
  private final Catalog catalog;
  private final SiteSettings settings;

  SketchMaker(FeatureStore store, Catalog catalog, SiteSettings settings) {
    this.rows = new SiteRows(store);
    this.catalog = catalog;
    this.settings = settings;
  }

  Sketch make(Site site, List<SiteReports.Asked> asked) {
    Envelope view = view(site);
    List<Sketch.Shape> shapes = new ArrayList<>();
    Map<Text, Sketch.Entry> legend = new LinkedHashMap<>();
    List<Text> leftOut = new ArrayList<>();
    Deadline all = Deadline.in(settings.sectionTime());
    for (SiteReports.Asked each : asked.stream().sorted(DRAWING_ORDER).toList()) {
      if (each.part().sketch() != null) {
        try {
          Layer layer = read(each.layer(), each.part(), each.part().sketch(), site, view, all);
          shapes.addAll(layer.shapes);
          layer.entries.forEach(entry -> legend.putIfAbsent(entry.title(), entry));
        } catch (RuntimeException e) {
          LOG.warn("sketch, layer {}: {}", each.layer().layer().id(), e.toString());
          leftOut.add(each.layer().definition().title());
        }
      }
    }
    return new Sketch(
        view,
        shapes,
        site.ground(),
        legend.values().stream().limit(MOST_ENTRIES).toList(),
        bar(view.getWidth()),
        leftOut);
  }

  private record Layer(List<Sketch.Shape> shapes, List<Sketch.Entry> entries) {}

  private static final class TooMany extends RuntimeException {
    TooMany() {
      super("more than " + MOST_SHAPES + " features", null, false, false);
    }
  }

  private Layer read(
      OpenLayer layer, SitePart part, String color, Site site, Envelope view, Deadline deadline) {
    Field group =
        VisibleFields.of(layer).stream()
            .filter(field -> field.name().equals(part.group()))
            .findFirst()
            .orElse(null);
    ClassTitles classes = group == null ? null : new ClassTitles(group, catalog);
    GeometryClipper clipper = new GeometryClipper(view);
    double pixel = view.getWidth() / Sketch.WIDTH;
    List<Sketch.Shape> shapes = new ArrayList<>();
    Map<String, Sketch.Entry> entries = new LinkedHashMap<>();
    rows.read(
        layer,
        site,
        around(site, view),
        group == null ? List.of() : List.of(group),
        Filter.INCLUDE,
        -1,
        deadline,
        (row, shape) -> {
          Geometry seen = seen(shape, clipper, view, pixel);
          if (seen == null) {
            return;
          }
          if (shapes.size() == MOST_SHAPES) {
            throw new TooMany();
          }
          String code = group == null ? null : ClassTitles.code(row.value(0));
          String own = classes == null ? null : classes.color(code);
          shapes.add(new Sketch.Shape(seen, own == null ? color : own));
          Text title = own == null || classes == null ? part.heading() : classes.title(code);
          entries.putIfAbsent(title.zh(), new Sketch.Entry(title, own == null ? color : own));
        });
    return new Layer(shapes, List.copyOf(entries.values()));
  }

  private static @Nullable Geometry seen(
      Geometry shape, GeometryClipper clipper, Envelope view, double pixel) {
    Envelope box = shape.getEnvelopeInternal();
    if (!view.intersects(box)) {
      return null;
    }
    Geometry part = view.contains(box) ? shape : clipper.clip(shape, false);
    if (part == null || part.isEmpty() || part.getDimension() != shape.getDimension()) {
      return null;
    }
    return part.getDimension() == 0 ? part : DouglasPeuckerSimplifier.simplify(part, pixel / 3);
  }

  private static Envelope view(Site site) {
    Envelope box = site.ground().getEnvelopeInternal();
    double wide = (double) Sketch.WIDTH / Sketch.HEIGHT;
    double height = Math.max(box.getHeight(), box.getWidth() / wide) * (1 + 2 * MARGIN);
    double half = Math.max(height, LEAST_HEIGHT_METRES) / 2;
    double x = (box.getMinX() + box.getMaxX()) / 2;
    double y = (box.getMinY() + box.getMaxY()) / 2;
    return new Envelope(x - half * wide, x + half * wide, y - half, y + half);
  }

  /** How far the view reaches beyond the site, in the wider direction. */
  private static double around(Site site, Envelope view) {
    Envelope box = site.ground().getEnvelopeInternal();
    return Math.max(view.getWidth() - box.getWidth(), view.getHeight() - box.getHeight()) / 2;
  }

  /** 1, 2 or 5 times a power of ten, about a fifth of the width. */
  private static double bar(double widthMetres) {
    double power = Math.pow(10, Math.floor(Math.log10(widthMetres / 5)));
    double times = widthMetres / 5 / power;
    return power * (times >= 5 ? 5 : times >= 2 ? 2 : 1);
  }
}

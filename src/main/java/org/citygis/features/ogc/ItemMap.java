package org.citygis.features.ogc;

import java.sql.SQLException;
import org.citygis.catalog.OpenLayer;
import org.citygis.features.ogc.ItemsAnswer.Context;
import org.citygis.storage.FeatureRow;
import org.citygis.storage.GeometryColumn;
import org.citygis.web.Html;
import org.citygis.web.Query;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * The shapes of a page: a sketch that needs no script, in whose place {@code app/ogc/page.js} puts
 * a map to move about in, from the page's own GeoJSON.
 */
final class ItemMap {
  private final @Nullable Sketch sketch;
  private boolean empty = true;

  ItemMap(OpenLayer layer) {
    GeometryColumn geometry = layer.table().geometry();
    this.sketch = geometry == null ? null : new Sketch(geometry.crs());
  }

  /**
   * @param href what a click on the shape opens, null for nothing
   */
  void add(FeatureRow row, String title, @Nullable String href) throws SQLException {
    Geometry shape = sketch == null ? null : row.geometry();
    if (sketch != null && shape != null) {
      sketch.add(shape, title, href);
      empty = false;
    }
  }

  /**
   * Nothing where no feature of the page has a shape.
   *
   * @param rows most features of the page
   */
  Html html(Frame frame, Context context, int rows) {
    if (sketch == null || empty) {
      return Html.NONE;
    }
    String title = context.layer().definition().title().in(frame.lang());
    Query json = frame.query().with("f", "json").without("lang").without("crs").without("profile");
    boolean single = json.find("limit") == null && rows == 1;
    Query page = single ? json : json.with("limit", Integer.toString(rows));
    return Html.of(
        """
        <div class="page-map" data-items="{}" data-layer="{}" aria-label="{}" hidden></div>
        {}
        """,
        page.appendTo(frame.address()),
        context.layer().layer().id(),
        title,
        sketch.html(title));
  }
}

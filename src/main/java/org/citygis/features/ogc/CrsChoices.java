package org.citygis.features.ogc;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.citygis.catalog.OpenLayer;
import org.citygis.geo.Box;
import org.citygis.geo.Crs;
import org.citygis.geo.GaussKrueger;
import org.citygis.problem.Problem;
import org.citygis.storage.GeometryColumn;
import org.citygis.text.Text;
import org.jspecify.annotations.Nullable;

/** The reference systems in which a collection is served (OGC API Features Part 2). */
public record CrsChoices(List<Crs> all, @Nullable Crs storage) {

  private static final List<Crs> EVERYWHERE =
      List.of(Crs.CRS84, Crs.epsg(4326), Crs.epsg(4490), Crs.WEB_MERCATOR, Crs.epsg(3395));

  /** The world's, the layer's own, and the Gauss-Krueger zones of CGCS2000 in which it lies. */
  public static CrsChoices of(OpenLayer layer) {
    GeometryColumn geometry = layer.table().geometry();
    if (geometry == null) {
      return new CrsChoices(List.of(Crs.CRS84), null);
    }
    Set<Crs> all = new LinkedHashSet<>(EVERYWHERE);
    all.add(geometry.crs());
    Box extent = layer.layer().currentVersion().bbox();
    if (extent != null) {
      all.addAll(GaussKrueger.touching(extent));
    }
    return new CrsChoices(List.copyOf(all), geometry.crs());
  }

  /** The system that the parameter names, CRS84 when it is absent. */
  public Crs choose(String parameter, @Nullable String text) {
    if (text == null) {
      return Crs.CRS84;
    }
    String list = all.stream().map(Crs::uri).collect(Collectors.joining(", "));
    Text expected = Text.of("该图层的坐标系之一：" + list, "one of this collection's systems: " + list);
    Crs crs;
    try {
      crs = Crs.parse(parameter, text);
    } catch (Problem.Invalid notAReferenceSystem) {
      throw Problem.Invalid.parameter(parameter, text, expected);
    }
    if (!all.contains(crs)) {
      throw Problem.Invalid.parameter(parameter, text, expected);
    }
    return crs;
  }
}

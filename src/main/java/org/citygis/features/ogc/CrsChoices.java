package org.citygis.features.ogc;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.citygis.catalog.OpenLayer;
import org.citygis.geo.Crs;
import org.citygis.problem.Problem;
import org.citygis.storage.GeometryColumn;
import org.citygis.text.Text;
import org.jspecify.annotations.Nullable;

/** The reference systems in which a collection is served (OGC API Features Part 2). */
public record CrsChoices(List<Crs> all, @Nullable Crs storage) {

  public static CrsChoices of(OpenLayer layer) {
    List<Crs> all =
        new ArrayList<>(List.of(Crs.CRS84, Crs.epsg(4326), Crs.epsg(4490), Crs.WEB_MERCATOR));
    GeometryColumn geometry = layer.table().geometry();
    if (geometry == null) {
      return new CrsChoices(List.of(Crs.CRS84), null);
    }
    Crs storage = geometry.crs();
    if (!all.contains(storage)) {
      all.add(storage);
    }
    return new CrsChoices(List.copyOf(all), storage);
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

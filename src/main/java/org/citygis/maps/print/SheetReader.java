package org.citygis.maps.print;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.citygis.catalog.Conditions;
import org.citygis.catalog.Layers;
import org.citygis.catalog.OpenLayer;
import org.citygis.catalog.Selection;
import org.citygis.geo.Box;
import org.citygis.geo.Crs;
import org.citygis.geo.GaussKrueger;
import org.citygis.geo.Reprojection;
import org.citygis.maps.LayerStyles;
import org.citygis.maps.draw.MapLayer;
import org.citygis.maps.draw.View;
import org.citygis.problem.Problem;
import org.citygis.security.Action;
import org.citygis.security.User;
import org.citygis.style.Style;
import org.citygis.text.CityTime;
import org.citygis.text.Lang;
import org.citygis.text.Text;
import org.citygis.web.Query;
import org.geotools.api.filter.Filter;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.springframework.stereotype.Component;

/** Checks what a sheet should be, and what of it the user may see. */
@Component
class SheetReader {
  private static final int MOST_LAYERS = 32;
  private static final double SMALLEST_SCALE = 100;
  private static final double LARGEST_SCALE = 5_000_000;

  private final Layers layers;
  private final LayerStyles styles;
  private final Clock clock;

  SheetReader(Layers layers, LayerStyles styles, Clock clock) {
    this.layers = layers;
    this.styles = styles;
    this.clock = clock;
  }

  Sheet read(SheetRequest request, User user) {
    Paper paper = paper(request.paper());
    boolean upright =
        choice("orientation", request.orientation(), "landscape", "portrait").equals("portrait");
    double width = Sheet.px(upright ? paper.widthMillimetres : paper.heightMillimetres);
    double height = Sheet.px(upright ? paper.heightMillimetres : paper.widthMillimetres);
    Words words = words(choice("lang", request.lang(), "both", "zh", "en"));
    boolean legend = !Boolean.FALSE.equals(request.legend());
    double mapWidth = width - 2 * Sheet.MARGIN - (legend ? Sheet.LEGEND : 0);
    double mapHeight = height - 2 * Sheet.MARGIN - Sheet.HEAD - Sheet.FOOT;
    double scale = scale(request.scale());
    List<MapLayer> drawn = layers(request.layers(), user);
    View view = view(request, scale, mapWidth, mapHeight, words);
    return new Sheet(
        SheetTexts.title(request.title()),
        width,
        height,
        Sheet.MARGIN,
        Sheet.MARGIN + Sheet.HEAD,
        view,
        scale,
        drawn,
        !Boolean.FALSE.equals(request.grid()),
        legend,
        SheetTexts.mark(request.classification(), drawn),
        SheetTexts.source(request.source(), drawn),
        LocalDate.now(clock.withZone(CityTime.ZONE)),
        words);
  }

  private static View view(
      SheetRequest request, double scale, double width, double height, Words words) {
    List<Double> center = request.center();
    if (center == null || center.size() != 2 || !isOnGlobe(center)) {
      throw Problem.Invalid.parameter(
          "center",
          String.valueOf(center),
          Text.of("经度和纬度，如 [113.4, 30.57]", "longitude and latitude such as [113.4, 30.57]"));
    }
    double lon = center.get(0);
    double lat = center.get(1);
    Crs crs = crs(request.crs(), lon, lat);
    Coordinate middle = Reprojection.between(Crs.CRS84, crs).apply(lon, lat);
    // Web Mercator shows everything larger than it is, by this much.
    double stretch = crs.equals(Crs.WEB_MERCATOR) ? 1 / Math.cos(Math.toRadians(lat)) : 1;
    double half = scale * View.PIXEL_METRES * stretch / 2;
    Box box =
        new Box(
            middle.x - width * half,
            middle.y - height * half,
            middle.x + width * half,
            middle.y + height * half);
    return new View(crs, box, width, height, 1, words.ofLabels());
  }

  private static boolean isOnGlobe(List<Double> center) {
    return Math.abs(center.get(0)) <= 180 && Math.abs(center.get(1)) <= 85;
  }

  private static Crs crs(@Nullable String name, double lon, double lat) {
    if (name == null) {
      List<Crs> zones = GaussKrueger.touching(new Box(lon, lat, lon, lat));
      return zones.isEmpty() ? Crs.WEB_MERCATOR : zones.get(0);
    }
    Crs crs = Crs.parse("crs", name);
    boolean inMetres =
        "m".equals(String.valueOf(crs.geotools().getCoordinateSystem().getAxis(0).getUnit()));
    if (crs.isGeographic() || !inMetres) {
      throw Problem.Invalid.parameter(
          "crs", name, Text.of("以米为单位的投影坐标系", "a projected reference system in metres"));
    }
    return crs;
  }

  private List<MapLayer> layers(@Nullable List<SheetRequest.LayerChoice> choices, User user) {
    if (choices == null || choices.isEmpty() || choices.size() > MOST_LAYERS) {
      throw Problem.Invalid.parameter(
          "layers",
          String.valueOf(choices == null ? 0 : choices.size()),
          Text.of("1 至 %d 个图层".formatted(MOST_LAYERS), "1 to %d layers".formatted(MOST_LAYERS)));
    }
    List<MapLayer> drawn = new ArrayList<>();
    for (SheetRequest.LayerChoice choice : choices) {
      OpenLayer layer = layers.open(user, choice.id(), Action.VIEW);
      Style style = choice.style() == null ? styles.of(layer) : styles.named(layer, choice.style());
      drawn.add(new MapLayer(layer, style, filter(layer, choice.filter())));
    }
    return drawn;
  }

  private static Filter filter(OpenLayer layer, @Nullable String cql) {
    if (cql == null || cql.isBlank()) {
      return Filter.INCLUDE;
    }
    Map<String, String> asked = new LinkedHashMap<>();
    asked.put("filter", cql);
    asked.put("filter-lang", "cql2-text");
    Query query = Query.of(asked, Conditions.NAMES);
    return Selection.of(layer, Conditions.parse(query, layer, Crs.CRS84, Conditions.NAMES))
        .filter();
  }

  private static Paper paper(@Nullable String name) {
    return name == null
        ? Paper.A4
        : Paper.find(name)
            .orElseThrow(() -> Problem.Invalid.parameter("paper", name, Text.same(Paper.names())));
  }

  private static double scale(@Nullable Double scale) {
    if (scale == null || !(scale >= SMALLEST_SCALE && scale <= LARGEST_SCALE)) {
      throw Problem.Invalid.parameter(
          "scale",
          String.valueOf(scale),
          Text.of("比例尺分母，100 至 5000000", "the scale's denominator, 100 to 5000000"));
    }
    return scale;
  }

  private static String choice(String name, @Nullable String value, String... allowed) {
    if (value == null) {
      return allowed[0];
    }
    if (!List.of(allowed).contains(value)) {
      throw Problem.Invalid.parameter(name, value, Text.same(String.join(", ", allowed)));
    }
    return value;
  }

  private static Words words(String lang) {
    return new Words(lang.equals("both") ? null : lang.equals("en") ? Lang.EN : Lang.ZH);
  }
}

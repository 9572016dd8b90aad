package org.citygis.maps.wms;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.citygis.catalog.Catalog;
import org.citygis.catalog.OpenLayer;
import org.citygis.catalog.VisibleFields;
import org.citygis.geo.Box;
import org.citygis.maps.Kvp;
import org.citygis.maps.Pictures;
import org.citygis.maps.draw.MapLayer;
import org.citygis.maps.draw.View;
import org.citygis.security.User;
import org.citygis.storage.FeatureStore;
import org.citygis.text.Lang;
import org.citygis.text.Text;
import org.citygis.web.Deadline;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** What is at a pixel of a map, in the layers that the map shows, the topmost first. */
@Component
class FeatureInfo {
  private static final int MOST_FEATURES = 100;
  private static final double PIXELS = 5;
  private static final Duration LIMIT = Duration.ofSeconds(5);

  private final WmsLayers layers;
  private final Pictures pictures;
  private final FeatureStore store;
  private final Catalog catalog;

  FeatureInfo(WmsLayers layers, Pictures pictures, FeatureStore store, Catalog catalog) {
    this.layers = layers;
    this.pictures = pictures;
    this.store = store;
    this.catalog = catalog;
  }

  ResponseEntity<byte[]> answer(Kvp kvp, WmsVersion version, User user, Lang lang) {
    InfoFormat format = InfoFormat.parse(kvp.find("INFO_FORMAT", "text/plain"));
    List<MapLayer> shown = layers.read(kvp, user);
    List<MapLayer> asked = asked(kvp, shown);
    View view = GetMap.view(kvp, version, lang, pictures);
    double x = pixel(kvp, version.column, view.deviceWidth()) / view.ratio();
    double y = pixel(kvp, version.row, view.deviceHeight()) / view.ratio();
    int count = count(kvp);
    Box around = around(view, x, y);
    Deadline deadline = Deadline.in(LIMIT);
    List<FoundFeatures> found = new ArrayList<>();
    for (MapLayer layer : asked) {
      OpenLayer open = layer.layer();
      FoundFeatures features =
          new FoundFeatures(open, VisibleFields.of(open), catalog, lang, new ArrayList<>());
      features.find(store, layer.filter(), view.crs(), around, count, deadline);
      found.add(features);
    }
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noCache().cachePrivate())
        .contentType(format.type())
        .body(format.write(found, view.crs(), lang));
  }

  private static List<MapLayer> asked(Kvp kvp, List<MapLayer> shown) {
    List<String> names = kvp.list("QUERY_LAYERS");
    if (names.isEmpty()) {
      throw WmsException.missing("QUERY_LAYERS");
    }
    List<MapLayer> asked = new ArrayList<>();
    for (String name : names) {
      asked.add(
          shown.stream()
              .filter(layer -> layer.layer().layer().id().equals(name))
              .findFirst()
              .orElseThrow(
                  () ->
                      WmsException.invalid(
                          "LayerNotDefined",
                          "QUERY_LAYERS",
                          name,
                          Text.of("LAYERS 中的图层", "a layer of LAYERS"))));
    }
    Collections.reverse(asked);
    return asked;
  }

  private static Box around(View view, double x, double y) {
    double east = view.box().minX() + x * view.resolutionX();
    double north = view.box().maxY() - y * view.resolutionY();
    double dx = PIXELS * view.resolutionX();
    double dy = PIXELS * view.resolutionY();
    return new Box(east - dx, north - dy, east + dx, north + dy);
  }

  /** The middle of the pixel. */
  private static double pixel(Kvp kvp, String parameter, int size) {
    String text = kvp.find(parameter);
    if (text == null) {
      throw WmsException.missing(parameter);
    }
    try {
      int pixel = Integer.parseInt(text);
      if (pixel >= 0 && pixel < size) {
        return pixel + 0.5;
      }
    } catch (NumberFormatException e) {
      // told below, as one outside of the map
    }
    throw WmsException.invalid(
        "InvalidPoint",
        parameter,
        text,
        Text.of("0 至 %d 的整数".formatted(size - 1), "an integer from 0 to %d".formatted(size - 1)));
  }

  private static int count(Kvp kvp) {
    String text = kvp.find("FEATURE_COUNT", "1");
    try {
      int count = Integer.parseInt(text);
      if (count > 0) {
        return Math.min(count, MOST_FEATURES);
      }
    } catch (NumberFormatException e) {
      // told below
    }
    throw WmsException.invalid("FEATURE_COUNT", text, Text.of("正整数", "a positive integer"));
  }
}

package org.citygis.samplecity;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The folder that receives the files, and a count of what went into each. */
final class Folder {
  /** Writes the features of one layer. */
  interface Filling {
    void into(Layer layer) throws IOException;
  }

  private final Path path;
  final Map<String, Integer> counts = new LinkedHashMap<>();

  Folder(Path path) {
    this.path = path;
  }

  void points(
      String id, ShapefileZip.Marking marking, List<ShapefileZip.Column> columns, Filling filling)
      throws IOException {
    shapefile(id, id, 1, marking, columns, filling);
  }

  void lines(
      String id, ShapefileZip.Marking marking, List<ShapefileZip.Column> columns, Filling filling)
      throws IOException {
    shapefile(id, id, 3, marking, columns, filling);
  }

  void polygons(
      String id, ShapefileZip.Marking marking, List<ShapefileZip.Column> columns, Filling filling)
      throws IOException {
    shapefile(id, id, 5, marking, columns, filling);
  }

  void shapefile(
      String id,
      String base,
      int type,
      ShapefileZip.Marking marking,
      List<ShapefileZip.Column> columns,
      Filling filling)
      throws IOException {
    try (Layer layer = new ShapefileZip(path.resolve(id + ".zip"), base, type, marking, columns)) {
      filling.into(layer);
      counts.put(id, layer.count());
    }
  }

  void geoJson(String id, List<String> names, Filling filling) throws IOException {
    try (Layer layer = new GeoJsonFile(path.resolve(id + ".geojson"), names)) {
      filling.into(layer);
      counts.put(id, layer.count());
    }
  }
}

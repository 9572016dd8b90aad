package org.citygis.samplecity;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.operation.MathTransform;
import org.geotools.api.referencing.operation.TransformException;
import org.geotools.referencing.CRS;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;

/** Writes points as GeoJSON (RFC 7946): longitude, latitude, one feature to a line. */
final class GeoJsonFile implements Layer {
  private final Writer out;
  private final List<String> names;
  private final MathTransform toLonLat;
  private int count;

  GeoJsonFile(Path file, List<String> names) throws IOException {
    this.out = Files.newBufferedWriter(file);
    this.names = names;
    try {
      toLonLat =
          CRS.findMathTransform(CRS.decode("EPSG:4547", true), CRS.decode("EPSG:4326", true), true);
    } catch (FactoryException e) {
      throw new IllegalStateException("EPSG:4547 is not known to GeoTools", e);
    }
    out.write("{\"type\":\"FeatureCollection\",\"features\":[");
  }

  @Override
  public void add(Geometry geometry, Object... values) throws IOException {
    Point p = (Point) geometry;
    double[] xy = {p.getX() + Terrain.ORIGIN_EAST, p.getY() + Terrain.ORIGIN_NORTH};
    try {
      toLonLat.transform(xy, 0, xy, 0, 1);
    } catch (TransformException e) {
      throw new IllegalArgumentException("no longitude and latitude for " + p, e);
    }
    out.write(count++ == 0 ? "\n" : ",\n");
    out.write(
        String.format(
            Locale.ROOT,
            "{\"type\":\"Feature\",\"geometry\":{\"type\":\"Point\",\"coordinates\":[%.7f,%.7f]},"
                + "\"properties\":{",
            xy[0],
            xy[1]));
    for (int i = 0; i < values.length; i++) {
      out.write(i == 0 ? "" : ",");
      out.write(quoted(names.get(i)) + ":");
      Object value = values[i];
      out.write(
          value instanceof Number || value instanceof Boolean
              ? value.toString()
              : quoted(value.toString()));
    }
    out.write("}}");
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
  }

  @Override
  public int count() {
    return count;
  }

  @Override
  public void close() throws IOException {
    out.write("\n]}\n");
    out.close();
  }
}

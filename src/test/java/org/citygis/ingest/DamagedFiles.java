package org.citygis.ingest;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.citygis.ingest.geopackage.MadeGeoPackage;

/** Files of every format as disks, networks and strangers leave them. */
final class DamagedFiles {
  private static final byte[] NASTY = {
    0, 1, 0x7F, (byte) 0x80, (byte) 0xFF, 0x0D, '*', ' ', '"', '<'
  };

  private static final Path SHAPEFILES = Path.of("src/test/resources/shapefiles");
  private static final List<String> SHAPEFILE_SEEDS =
      List.of(
          "ring_island_in_hole",
          "linez",
          "polym",
          "multipatch_fan",
          "pointz_36",
          "val_misc",
          "val_big_numbers",
          "enc_gbk_fieldname",
          "field_types_vfp",
          "null_shapes",
          "multi_big5");
  private static final String GEOJSON =
      """
      {"type":"FeatureCollection","features":[
      {"type":"Feature","properties":{"a":1,"b":"二","c":[1,{"d":null}],"e":1e3},
       "geometry":{"type":"Polygon","coordinates":[[[0,0],[4,0],[4,4],[0,4],[0,0]]]}},
      {"type":"Feature","geometry":{"type":"GeometryCollection","geometries":[
       {"type":"MultiPoint","coordinates":[[1,2],[3,4]]},{"type":"LineString","coordinates":[[1,2],[3,4]]}]}},
      {"type":"Feature","geometry":{"coordinates":[1,2,3],"type":"Point"},"properties":null}]}
      """;
  private static final String TABLE =
      """
      名称,code,lon,lat,day,wkt
      云川,0102,113.4,30.5,2023-04-01,"SRID=4547;POLYGON((0 0,1 0,1 1,0 0))"
      桥,0103,113.5,30.6,2023/4/2 10:00,0101000000000000000000F03F0000000000000040
      """;
  private static final String KML =
      """
      <?xml version="1.0" encoding="UTF-8"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document>
      <Schema id="s"><SimpleField name="层数" type="int"/></Schema><Folder><name>区</name>
      <Placemark><name>云川</name><description><![CDATA[<b>桥</b>]]></description>
      <TimeSpan><begin>2023-04-01</begin></TimeSpan>
      <ExtendedData><SchemaData schemaUrl="#s"><SimpleData name="层数">5</SimpleData></SchemaData></ExtendedData>
      <MultiGeometry><Polygon><outerBoundaryIs><LinearRing><coordinates>113,30,0 113.1,30,0
       113.1,30.1,0 113,30,0</coordinates></LinearRing></outerBoundaryIs></Polygon>
      <Point><coordinates> 113.4 , 30.5 </coordinates></Point></MultiGeometry></Placemark>
      </Folder></Document></kml>
      """;

  private DamagedFiles() {}

  /**
   * Small files without fault, by extension.
   *
   * @param folder where one may be written
   */
  static List<Map<String, byte[]>> good(String format, Path folder) throws Exception {
    List<Map<String, byte[]>> seeds = new ArrayList<>();
    switch (format) {
      case "shapefile" -> {
        for (String name : SHAPEFILE_SEEDS) {
          seeds.add(shapefile(SHAPEFILES.resolve(name)));
        }
      }
      case "geopackage" -> {
        Path file = folder.resolve("seed.gpkg");
        MadeGeoPackage.write(file);
        seeds.add(Map.of("gpkg", Files.readAllBytes(file)));
      }
      case "geojson" -> {
        seeds.add(text("geojson", GEOJSON, StandardCharsets.UTF_8));
        seeds.add(text("geojson", GEOJSON, StandardCharsets.UTF_16));
        String line = "\u001E{\"type\":\"Point\",\"coordinates\":[1,2]}\n";
        seeds.add(text("geojsonl", line + line, StandardCharsets.UTF_8));
      }
      case "csv" -> {
        seeds.add(text("csv", TABLE, StandardCharsets.UTF_8));
        seeds.add(text("csv", TABLE, Charset.forName("GB18030")));
        seeds.add(text("tsv", TABLE.replace(',', '\t'), StandardCharsets.UTF_16));
      }
      case "flatgeobuf" -> {
        for (String name : List.of("mixed.fgb", "polygons.fgb")) {
          byte[] bytes = Files.readAllBytes(Path.of("src/test/resources/formats", name));
          seeds.add(Map.of("fgb", bytes));
        }
      }
      case "kml" -> seeds.add(text("kml", KML, StandardCharsets.UTF_8));
      default -> throw new IllegalArgumentException(format);
    }
    return seeds;
  }

  private static Map<String, byte[]> shapefile(Path folder) throws IOException {
    Map<String, byte[]> parts = new HashMap<>();
    try (var files = Files.list(folder)) {
      for (Path file : files.toList()) {
        String name = file.getFileName().toString();
        parts.put(name.substring(name.lastIndexOf('.') + 1), Files.readAllBytes(file));
      }
    }
    return parts;
  }

  private static Map<String, byte[]> text(String extension, String text, Charset charset) {
    return Map.of(extension, text.getBytes(charset));
  }

  /** One of the good files or sets of files, damaged; of a set a part may be missing. */
  static Map<String, byte[]> of(List<Map<String, byte[]>> seeds, Random random) {
    Map<String, byte[]> good = seeds.get(random.nextInt(seeds.size()));
    Map<String, byte[]> damaged = new HashMap<>();
    good.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(
            part -> {
              boolean spared = good.size() > 1 && random.nextInt(3) == 0;
              if (good.size() == 1 || random.nextInt(20) > 0) {
                damaged.put(
                    part.getKey(), spared ? part.getValue() : damaged(part.getValue(), random));
              }
            });
    return damaged;
  }

  private static byte[] damaged(byte[] original, Random random) {
    byte[] bytes = original.clone();
    int edits = 1 + random.nextInt(6);
    for (int i = 0; i < edits && bytes.length > 0; i++) {
      int at = random.nextInt(bytes.length);
      switch (random.nextInt(7)) {
        case 0 -> bytes[at] = (byte) random.nextInt(256);
        case 1 -> bytes[at] = NASTY[random.nextInt(NASTY.length)];
        case 2 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
        case 3 -> Arrays.fill(bytes, at, Math.min(bytes.length, at + 8), (byte) 0xFF);
        case 4 -> bytes = random.nextInt(3) == 0 ? Arrays.copyOf(bytes, at) : bytes;
        case 5 -> {
          int length = Math.min(bytes.length - at, 1 + random.nextInt(32));
          System.arraycopy(bytes, random.nextInt(bytes.length - length + 1), bytes, at, length);
        }
        default -> {
          byte[] longer = Arrays.copyOf(bytes, bytes.length + 16);
          System.arraycopy(bytes, at, longer, Math.min(at + 16, bytes.length), bytes.length - at);
          bytes = longer;
        }
      }
    }
    return bytes;
  }
}

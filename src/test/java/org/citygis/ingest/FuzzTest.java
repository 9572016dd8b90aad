package org.citygis.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.citygis.geo.Box;
import org.citygis.ingest.archive.ArchiveLimits;
import org.citygis.ingest.archive.Received;
import org.citygis.ingest.archive.Unpacked;
import org.citygis.ingest.archive.Unpacker;
import org.citygis.ingest.archive.Workspace;
import org.citygis.ingest.crs.ReferenceSystems;
import org.citygis.ingest.doctor.CheckOptions;
import org.citygis.ingest.doctor.LayerCheck;
import org.citygis.ingest.geopackage.MadeGeoPackage;
import org.citygis.ingest.source.FeatureSource;
import org.citygis.ingest.source.FileSet;
import org.citygis.ingest.source.UnreadableFile;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Damaged files of every format, made from good ones by a seeded generator: read or refused, never
 * a crash, a hang or a heap that fills.
 */
class FuzzTest {
  private static final long LONGEST_SECONDS = 5;

  /** What one small file may make the JVM allocate, whatever sizes it claims. */
  private static final long MOST_BYTES = 256L << 20;

  private static final Box CITY = new Box(113.1, 30.4, 113.7, 30.8);
  private static final ReferenceSystems SYSTEMS = new ReferenceSystems();
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

  @TempDir Path folder;

  /** A good file or set of files to damage. */
  private record Seed(Map<String, byte[]> parts) {
    static Seed of(String extension, byte[] bytes) {
      return new Seed(Map.of(extension, bytes));
    }

    static Seed text(String extension, String text, Charset charset) {
      return of(extension, text.getBytes(charset));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "shapefile, 1, 9000",
    "geopackage, 2, 5000",
    "geojson, 3, 6500",
    "csv, 4, 1000",
    "flatgeobuf, 5, 1500",
    "kml, 6, 1000"
  })
  void aDamagedFileIsReadOrRefused(String format, long seed, int rounds) throws Exception {
    List<Seed> seeds = seeds(format);
    Random random = new Random(seed);
    Workspace workspace = Workspace.in(folder);
    // The first file pays for what is loaded once in the life of a server.
    readOrRefuse("the good one", seeds.getFirst().parts(), workspace);
    for (int round = 0; round < rounds; round++) {
      if (round % 250 == 0) {
        workspace.close();
        workspace = Workspace.in(folder);
      }
      Seed good = seeds.get(random.nextInt(seeds.size()));
      String what = "%s seed %d round %d".formatted(format, seed, round);
      long start = System.nanoTime();
      long allocated = allocated();
      readOrRefuse(what, damage(good, random), workspace);
      assertThat((System.nanoTime() - start) / 1e9).as(what).isLessThan(LONGEST_SECONDS);
      assertThat(allocated() - allocated).as(what).isLessThan(MOST_BYTES);
    }
    workspace.close();
  }

  private List<Seed> seeds(String format) throws Exception {
    List<Seed> seeds = new ArrayList<>();
    switch (format) {
      case "shapefile" -> {
        for (String name : SHAPEFILE_SEEDS) {
          seeds.add(shapefile(SHAPEFILES.resolve(name)));
        }
      }
      case "geopackage" -> {
        Path file = folder.resolve("seed.gpkg");
        MadeGeoPackage.write(file);
        seeds.add(Seed.of("gpkg", Files.readAllBytes(file)));
      }
      case "geojson" -> {
        seeds.add(Seed.text("geojson", GEOJSON, StandardCharsets.UTF_8));
        seeds.add(Seed.text("geojson", GEOJSON, StandardCharsets.UTF_16));
        String line = "\u001E{\"type\":\"Point\",\"coordinates\":[1,2]}\n";
        seeds.add(Seed.text("geojsonl", line + line, StandardCharsets.UTF_8));
      }
      case "csv" -> {
        seeds.add(Seed.text("csv", TABLE, StandardCharsets.UTF_8));
        seeds.add(Seed.text("csv", TABLE, Charset.forName("GB18030")));
        seeds.add(Seed.text("tsv", TABLE.replace(',', '\t'), StandardCharsets.UTF_16));
      }
      case "flatgeobuf" -> {
        for (String name : List.of("mixed.fgb", "polygons.fgb")) {
          byte[] bytes = Files.readAllBytes(Path.of("src/test/resources/formats", name));
          seeds.add(Seed.of("fgb", bytes));
        }
      }
      case "kml" -> seeds.add(Seed.text("kml", KML, StandardCharsets.UTF_8));
      default -> throw new IllegalArgumentException(format);
    }
    return seeds;
  }

  private static Seed shapefile(Path folder) throws IOException {
    Map<String, byte[]> parts = new HashMap<>();
    try (var files = Files.list(folder)) {
      for (Path file : files.toList()) {
        String name = file.getFileName().toString();
        parts.put(name.substring(name.lastIndexOf('.') + 1), Files.readAllBytes(file));
      }
    }
    return new Seed(parts);
  }

  private static Map<String, byte[]> damage(Seed good, Random random) {
    Map<String, byte[]> damaged = new HashMap<>();
    good.parts().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(
            part -> {
              boolean spared = good.parts().size() > 1 && random.nextInt(3) == 0;
              if (good.parts().size() == 1 || random.nextInt(20) > 0) {
                damaged.put(
                    part.getKey(), spared ? part.getValue() : Damage.to(part.getValue(), random));
              }
            });
    return damaged;
  }

  private void readOrRefuse(String what, Map<String, byte[]> parts, Workspace workspace)
      throws IOException {
    List<Received> received = new ArrayList<>();
    for (Map.Entry<String, byte[]> part : parts.entrySet()) {
      Path file = Files.write(folder.resolve("x." + part.getKey()), part.getValue());
      received.add(new Received("x." + part.getKey(), file));
    }
    try {
      read(received, workspace);
    } catch (UnreadableFile refused) {
      assertThat(refused.finding().message().zh()).as(what).isNotEmpty();
    } catch (RuntimeException | Error crash) {
      fail(what, crash);
    }
  }

  private static void read(List<Received> received, Workspace workspace) throws UnreadableFile {
    Unpacked unpacked = Unpacker.unpack(received, workspace, ArchiveLimits.DEFAULT, 5);
    for (FileSet set : unpacked.layers()) {
      try (FeatureSource source = Formats.open(set, null, 5)) {
        source.read(
            feature -> assertThat(feature.values()).hasSameSizeAs(source.fields().toArray()));
        LayerCheck.run(0, source, CheckOptions.NONE, SYSTEMS, CITY, workspace, rows -> {});
      } catch (UnreadableFile refused) {
        assertThat(refused.finding().message().zh()).isNotEmpty();
      }
    }
  }

  private static long allocated() {
    return ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean())
        .getCurrentThreadAllocatedBytes();
  }
}

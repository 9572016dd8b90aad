package org.citygis.ingest.shapefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.citygis.ingest.geojson.GeoJsonSource;
import org.citygis.ingest.source.FeatureSource;
import org.citygis.ingest.source.FileSet;
import org.citygis.ingest.source.UnreadableFile;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Damaged files, made from good ones by a seeded generator: refused or read, never a crash. */
class MutationTest {
  private static final int ROUNDS = 800;
  private static final byte[] NASTY = {0, 1, 0x7F, (byte) 0x80, (byte) 0xFF, 0x0D, '*', ' '};
  private static final List<String> SEEDS =
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

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  @Timeout(value = 60, unit = TimeUnit.SECONDS)
  void aMutatedShapefileIsReadOrRefused(long seed, @TempDir Path folder) throws Exception {
    Random random = new Random(seed);
    for (int round = 0; round < ROUNDS; round++) {
      FileSet original = Corpus.synthetic(SEEDS.get(random.nextInt(SEEDS.size())));
      Map<String, Path> parts = new HashMap<>();
      for (Map.Entry<String, Path> part : original.parts().entrySet()) {
        byte[] bytes = Files.readAllBytes(part.getValue());
        if (random.nextInt(3) > 0) {
          bytes = mutate(bytes, random);
        }
        if (random.nextInt(20) > 0) {
          parts.put(part.getKey(), Files.write(folder.resolve(part.getKey()), bytes));
        }
      }
      if (parts.containsKey("shp") || parts.containsKey("dbf")) {
        String what = "seed %d round %d".formatted(seed, round);
        readOrRefuse(what, () -> ShapefileSource.open(new FileSet("x", parts), null, 5));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  @Timeout(value = 60, unit = TimeUnit.SECONDS)
  void aMutatedGeoJsonIsReadOrRefused(long seed, @TempDir Path folder) throws Exception {
    Random random = new Random(seed);
    byte[] good =
        """
        {"type":"FeatureCollection","features":[
        {"type":"Feature","properties":{"a":1,"b":"二","c":[1,{"d":null}],"e":1e3},
         "geometry":{"type":"Polygon","coordinates":[[[0,0],[4,0],[4,4],[0,4],[0,0]]]}},
        {"type":"Feature","geometry":{"coordinates":[1,2,3],"type":"Point"},"properties":null}]}
        """
            .getBytes(StandardCharsets.UTF_8);
    for (int round = 0; round < ROUNDS; round++) {
      Path file = Files.write(folder.resolve("x.geojson"), mutate(good, random));
      String what = "seed %d round %d".formatted(seed, round);
      readOrRefuse(what, () -> GeoJsonSource.open("x", file, null, 5));
    }
  }

  private interface Opening {
    FeatureSource open() throws UnreadableFile;
  }

  private static void readOrRefuse(String what, Opening opening) {
    assertThatCode(
            () -> {
              try (FeatureSource source = opening.open()) {
                source.read(
                    feature ->
                        assertThat(feature.values()).hasSameSizeAs(source.fields().toArray()));
              } catch (UnreadableFile refused) {
                assertThat(refused.finding().message().zh()).isNotEmpty();
              }
            })
        .as(what)
        .doesNotThrowAnyException();
  }

  private static byte[] mutate(byte[] original, Random random) {
    byte[] bytes = original.clone();
    int edits = 1 + random.nextInt(6);
    for (int i = 0; i < edits && bytes.length > 0; i++) {
      int at = random.nextInt(bytes.length);
      switch (random.nextInt(6)) {
        case 0 -> bytes[at] = (byte) random.nextInt(256);
        case 1 -> bytes[at] = NASTY[random.nextInt(NASTY.length)];
        case 2 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
        case 3 -> Arrays.fill(bytes, at, Math.min(bytes.length, at + 8), (byte) 0xFF);
        case 4 -> bytes = Arrays.copyOf(bytes, at);
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

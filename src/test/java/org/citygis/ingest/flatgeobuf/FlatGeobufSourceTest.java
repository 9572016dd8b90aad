package org.citygis.ingest.flatgeobuf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.citygis.ingest.source.Defect;
import org.citygis.ingest.source.FieldKind;
import org.citygis.ingest.source.FileSet;
import org.citygis.ingest.source.ReferenceClue;
import org.citygis.ingest.source.Shape;
import org.citygis.ingest.source.SourceFeature;
import org.citygis.ingest.source.SourceField;
import org.citygis.ingest.source.UnreadableFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FlatGeobufSourceTest {
  private static final Path MADE = Path.of("src/test/resources/formats");

  @TempDir Path folder;

  private static FlatGeobufSource open(Path file) throws UnreadableFile {
    return FlatGeobufSource.open(new FileSet("x", Map.of("fgb", file)), 10);
  }

  private static List<SourceFeature> features(FlatGeobufSource source) throws UnreadableFile {
    List<SourceFeature> features = new ArrayList<>();
    source.read(features::add);
    return features;
  }

  @Test
  void headerAndFeaturesAreRead() throws Exception {
    try (FlatGeobufSource source = open(MADE.resolve("mixed.fgb"))) {
      assertThat(source.fields())
          .extracting(SourceField::name, SourceField::kind)
          .containsExactly(
              org.assertj.core.groups.Tuple.tuple("名称", FieldKind.TEXT),
              org.assertj.core.groups.Tuple.tuple("rooms", FieldKind.INTEGER),
              org.assertj.core.groups.Tuple.tuple("share", FieldKind.NUMBER),
              org.assertj.core.groups.Tuple.tuple("open", FieldKind.BOOLEAN),
              org.assertj.core.groups.Tuple.tuple("day", FieldKind.DATETIME));
      assertThat(source.shape()).isEqualTo(Shape.ANY);
      assertThat(source.rows()).isEqualTo(4);
      assertThat(source.reference()).isEqualTo(new ReferenceClue.Code("EPSG:4326"));
      assertThat(features(source))
          .extracting(feature -> String.valueOf(feature.geometry()))
          .containsExactlyInAnyOrder(
              "POLYGON ((113 30, 113.5 30, 113.5 31, 113 31, 113 30), "
                  + "(113.1 30.2, 113.1 30.4, 113.2 30.4, 113.1 30.2))",
              "MULTIPOLYGON (((1 1, 2 1, 2 2, 1 1)), ((3 3, 4 3, 4 4, 3 3)))",
              "POINT (113.4 30.5)",
              "GEOMETRYCOLLECTION (POINT (1 2), LINESTRING (1 2, 3 4))");
      assertThat(features(source))
          .anySatisfy(f -> assertThat(f.values()[1]).isEqualTo(123456789012L));
      assertThat(source.findings().count()).isZero();
    }
  }

  @Test
  void ofAFileThatBreaksOffTheBeginningIsRead() throws Exception {
    byte[] whole = Files.readAllBytes(MADE.resolve("polygons.fgb"));
    Path cut = Files.write(folder.resolve("cut"), Arrays.copyOf(whole, whole.length - 10));
    try (FlatGeobufSource source = open(cut)) {
      assertThat(features(source)).hasSize(1);
      assertThat(source.findings().count(Defect.FGB_CUT_OFF)).isEqualTo(1);
    }
  }

  @Test
  void whatIsNoFlatGeobufIsRefused() throws Exception {
    byte[] whole = Files.readAllBytes(MADE.resolve("polygons.fgb"));
    for (int length : new int[] {0, 7, 8, 11, 100}) {
      Path cut = Files.write(folder.resolve("cut" + length), Arrays.copyOf(whole, length));
      assertThatThrownBy(() -> open(cut)).isInstanceOf(UnreadableFile.class);
    }
  }
}

package org.citygis.samplecity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Geometry;

class BenchmarkTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"parcels", "buildings", "addresses", "incidents"})
  void twoRunsGiveTheSameBytes(String layer) throws IOException {
    Path first = Files.createDirectory(folder.resolve("first"));
    Path second = Files.createDirectory(folder.resolve("second"));
    Generate.main(new String[] {first.toString(), layer, "1500"});
    Generate.main(new String[] {second.toString(), layer, "1500"});
    assertThat(second.resolve(layer + ".zip"))
        .hasSameBinaryContentAs(first.resolve(layer + ".zip"));
    assertThat(new Dbf(first.resolve(layer + ".zip")).rows()).hasSize(1500);
  }

  @Test
  void lotsOfABlockShareTheirEdges() {
    Conurbation city = new Conurbation();
    for (int column = -20; column < 20; column++) {
      List<Geometry> shapes = new ArrayList<>();
      for (Conurbation.Lot lot : city.block(column, column % 7, 0)) {
        assertThat(lot.shape().isValid()).as("%s", lot.shape()).isTrue();
        shapes.add(lot.shape());
      }
      assertThat(CoverageValidator.isValid(shapes.toArray(Geometry[]::new))).isTrue();
    }
  }

  @Test
  void argumentsThatMeanNothingAreToldWhatIsExpected() {
    assertThatThrownBy(() -> Generate.main(new String[] {folder.toString(), "parcels", "many"}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("expected <folder>")
        .hasMessageContaining("many");
    assertThatThrownBy(() -> Generate.main(new String[] {folder.toString(), "trees", "10"}))
        .hasMessageContaining("no layer trees");
  }
}

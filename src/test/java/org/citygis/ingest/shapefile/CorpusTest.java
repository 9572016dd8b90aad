package org.citygis.ingest.shapefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.charset.Charset;
import java.nio.file.Files;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.citygis.ingest.encoding.CodePages;
import org.citygis.ingest.source.Shape;
import org.citygis.ingest.source.UnreadableFile;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every file of the corpus ends in the same features as in GDAL, or in better ones. */
class CorpusTest {
  /** Rows where GDAL loses some that are there, or reads what is cut off. */
  private static final Map<String, Long> BETTER =
      Map.of(
          "dbf_fewer/x.shp", 5L,
          "dbf_reclen_bigger/x.shp", 3L,
          "mixed_case_ext/Data.Shp", 1L,
          "shx_empty_body/x.shp", 3L,
          "shx_fewer/x.shp", 4L,
          "shx_trunc/x.shp", 3L,
          "tests/shape_eg_data/3dpoints.shp", 22L,
          "test/ne_10m_time_zones.shp", 6L);

  @TestFactory
  Stream<DynamicTest> madeFilesReadAsExpected() {
    return Corpus.expected(Corpus.SYNTHETIC).stream().map(CorpusTest::test);
  }

  @TestFactory
  Stream<DynamicTest> realFilesReadAsExpected() {
    return Corpus.BESIDE.stream()
        .filter(Files::isDirectory)
        .limit(1)
        .flatMap(folder -> Corpus.expected(folder).stream())
        .map(CorpusTest::test);
  }

  private static DynamicTest test(Corpus.Expected expected) {
    return dynamicTest(expected.file().toString(), () -> check(expected));
  }

  private static void check(Corpus.Expected expected) {
    long count =
        BETTER.entrySet().stream()
            .filter(entry -> expected.file().endsWith(entry.getKey()))
            .findFirst()
            .map(Map.Entry::getValue)
            .orElse(expected.count());
    AtomicLong rows = new AtomicLong();
    try (var source = ShapefileSource.open(Corpus.files(expected.file()), null, 10)) {
      source.read(feature -> rows.incrementAndGet());
      assertThat(rows).hasValue(count);
      Shape shape = shape(expected.type());
      if (shape != Shape.ANY) {
        assertThat(source.shape()).isEqualTo(shape);
      }
      if (!expected.encoding().isEmpty()
          && !expected.encoding().equals("ISO-8859-1")
          && !expected.file().toString().contains("cpg_lies")) {
        Charset charset = CodePages.findByName(expected.encoding()).orElseThrow();
        assertThat(source.encoding().orElseThrow().charset()).isEqualTo(charset);
      }
    } catch (UnreadableFile refused) {
      assertThat(count).as(refused.getMessage()).isEqualTo(-1);
    }
  }

  private static Shape shape(String gdal) {
    if (gdal.endsWith("Multi Point")) {
      return Shape.MULTIPOINT;
    }
    if (gdal.endsWith("Point")) {
      return Shape.POINT;
    }
    if (gdal.endsWith("Line String")) {
      return Shape.LINE;
    }
    return gdal.equals("None") ? Shape.NONE : gdal.endsWith("Polygon") ? Shape.POLYGON : Shape.ANY;
  }
}

package org.citygis.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.citygis.ingest.archive.Unpacked;
import org.citygis.ingest.source.FileSet;
import org.citygis.ingest.source.Findings;
import org.junit.jupiter.api.Test;

class ImportRecordTest {
  @Test
  void aTableOfAFileIsStillTheSameAfterARestart() {
    Path folder = Path.of("imports", "x");
    FileSet set = new FileSet("地块", Map.of("gpkg", folder.resolve("file-1")), "地块");
    ImportRecord.Contents kept =
        ImportRecord.Contents.of(new Unpacked(List.of(set), new Findings(1)));
    assertThat(kept.in(folder).layers()).containsExactly(set);
  }
}

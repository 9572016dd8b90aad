package org.citygis.ingest.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.citygis.ingest.source.Findings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A hash map in memory is the witness. */
class DuplicatesTest {
  @TempDir Path folder;

  private interface Check {
    void run(Faults faults);
  }

  private Set<String> found(Check check) throws Exception {
    Path log = folder.resolve("faults");
    try (FaultLog written = new FaultLog(log)) {
      check.run(new Faults(new Findings(1), written));
      written.finish();
    }
    Set<String> found = new HashSet<>();
    for (String line : Files.readAllLines(log)) {
      Fault fault = FaultLine.parse(line);
      found.add(fault.row() + " " + fault.defect().code() + " " + fault.arguments().getLast());
    }
    return found;
  }

  @ParameterizedTest
  @ValueSource(ints = {10, 1_000, 300_000})
  void everyRepeatedRowIsFoundWithTheFirstOfItsKind(int rows) throws Exception {
    Random random = new Random(rows);
    List<long[]> data = new ArrayList<>();
    for (int row = 1; row <= rows; row++) {
      data.add(new long[] {1 + random.nextInt(rows), random.nextInt(3)});
    }
    Set<String> expected = new HashSet<>();
    Map<Long, Integer> shapes = new HashMap<>();
    Map<String, Integer> all = new HashMap<>();
    for (int row = 1; row <= rows; row++) {
      long shape = data.get(row - 1)[0];
      Integer sameShape = shapes.putIfAbsent(shape, row);
      Integer same = all.putIfAbsent(shape + "/" + data.get(row - 1)[1], row);
      if (same != null) {
        expected.add(row + " row-duplicate " + same);
      } else if (sameShape != null) {
        expected.add(row + " geometry-duplicate " + sameShape);
      }
    }
    try (DuplicateRows check = new DuplicateRows(folder.resolve("spill"))) {
      for (int row = 1; row <= rows; row++) {
        long[] values = data.get(row - 1);
        check.take(row, values[0], new Object[] {values[1]}, 1, 1);
      }
      assertThat(found(check::finish)).isEqualTo(expected);
      assertThat(check.rows() + check.shapes()).isEqualTo(expected.size());
    }
    assertThat(folder.resolve("spill")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(ints = {10, 200_000})
  void everyRepeatedKeyIsFoundWithItsValue(int rows) throws Exception {
    Random random = new Random(rows);
    Map<String, Integer> first = new HashMap<>();
    Set<String> expected = new HashSet<>();
    try (KeyCheck check = new KeyCheck("id", 0, folder.resolve("keys"))) {
      Set<String> found =
          found(
              faults -> {
                for (int row = 1; row <= rows; row++) {
                  String key = "420100" + random.nextInt(rows) + "号宗地不动产单元";
                  Integer earlier = first.putIfAbsent(key, row);
                  if (earlier != null) {
                    expected.add(row + " key-duplicate " + earlier);
                  }
                  check.take(row, new Object[] {key}, null, faults);
                }
                check.finish(faults);
              });
      assertThat(found).isEqualTo(expected);
      assertThat(check.report().duplicates()).isEqualTo(expected.size());
    }
  }

  @Test
  void rowsThatAreAllAlikeDoNotFillTheHeap() throws Exception {
    int rows = 1_200_000;
    try (DuplicateRows check = new DuplicateRows(folder.resolve("spill"))) {
      for (int row = 1; row <= rows; row++) {
        check.take(row, 7, new Object[] {"x"}, 1, 1);
      }
      assertThat(found(check::finish)).hasSizeGreaterThan(1_000_000);
      assertThat(check.rows()).isEqualTo((1 << 20) - 1);
    }
  }
}

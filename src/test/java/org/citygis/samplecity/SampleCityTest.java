package org.citygis.samplecity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.noding.BasicSegmentString;
import org.locationtech.jts.noding.FastNodingValidator;
import org.locationtech.jts.noding.SegmentString;
import org.locationtech.jts.operation.valid.IsValidOp;

/** The city is made once for all of these: it takes some ten seconds. */
class SampleCityTest {
  private static City city;

  @BeforeAll
  static void grow() {
    city = new City();
  }

  @Test
  void theRoadsAreOneConnectedNetwork() {
    Map<Coordinate, List<RoadGraph.Segment>> nodes = new HashMap<>();
    for (RoadGraph.Segment s : roads()) {
      nodes.computeIfAbsent(s.from(), k -> new ArrayList<>()).add(s);
      nodes.computeIfAbsent(s.to(), k -> new ArrayList<>()).add(s);
    }
    Coordinate start = roads().get(0).from();
    Set<Coordinate> reached = new HashSet<>(Set.of(start));
    ArrayDeque<Coordinate> open = new ArrayDeque<>(reached);
    while (!open.isEmpty()) {
      for (RoadGraph.Segment s : nodes.get(open.poll())) {
        for (Coordinate end : List.of(s.from(), s.to())) {
          if (reached.add(end)) {
            open.add(end);
          }
        }
      }
    }
    assertThat(reached).hasSameSizeAs(nodes.keySet());
  }

  @Test
  void roadsMeetAtSharedNodesAndNowhereElse() {
    List<SegmentString> strings = new ArrayList<>();
    for (RoadGraph.Segment s : roads()) {
      strings.add(new BasicSegmentString(s.line().getCoordinates(), s));
    }
    FastNodingValidator validator = new FastNodingValidator(strings);
    assertThat(validator.isValid()).as(validator::getErrorMessage).isTrue();
  }

  @Test
  void everyPolygonIsValid() {
    List<Geometry> all = new ArrayList<>();
    city.plots.forEach(p -> all.add(p.shape));
    city.plots.forEach(p -> p.parcels.forEach(c -> all.add(c.shape)));
    city.houses.forEach(h -> all.add(h.shape()));
    city.terrain.waters.forEach(w -> all.add(w.shape()));
    city.terrain.hills.forEach(h -> all.add(h.shape()));
    city.divisions.streets.forEach(s -> all.add(city.divisions.shape(s)));
    for (Geometry g : all) {
      IsValidOp valid = new IsValidOp(g);
      assertThat(valid.isValid()).as(() -> valid.getValidationError() + " in " + g).isTrue();
    }
  }

  @Test
  void parcelsCoverTheirBlockEdgeToEdge() {
    Map<Block, List<Geometry>> parcels = new LinkedHashMap<>();
    for (Plot p : city.plots) {
      p.parcels.forEach(c -> parcels.computeIfAbsent(p.block, k -> new ArrayList<>()).add(c.shape));
    }
    parcels.forEach(
        (block, shapes) -> {
          double sum = shapes.stream().mapToDouble(Geometry::getArea).sum();
          double slack = 0.1 * block.shape().getLength();
          assertThat(Math.abs(sum - block.shape().getArea()))
              .as("uncovered of block %s", block.id())
              .isLessThan(slack);
          assertThat(CoverageValidator.isValid(shapes.toArray(Geometry[]::new)))
              .as("shared edges in block %s", block.id())
              .isTrue();
        });
  }

  @Test
  void housesStandInsideTheirParcels() {
    assertThat(city.houses).allMatch(h -> h.parcel().shape.covers(h.shape()));
  }

  @Test
  void subdistrictsCarryTheirDistrictInTwelveDigits() {
    assertThat(city.divisions.streets)
        .allMatch(s -> s.code.matches("4219\\d{8}") && s.code.startsWith(s.district.code()))
        .extracting(s -> s.code)
        .doesNotHaveDuplicates();
  }

  @Test
  void thereAreStationsHospitalsAndHallsInEveryDistrict() {
    for (String site : List.of("police", "fire", "community", "street_hall", "primary")) {
      Set<String> districts = new HashSet<>();
      city.sites.of(site).forEach(p -> districts.add(city.sites.street(p).district.name()));
      assertThat(districts).as(site).hasSameSizeAs(Divisions.DISTRICTS);
    }
  }

  /** Fails when the generator has changed and its output was not written again. */
  @Test
  void theFilesInTheTreeAreWhatTheGeneratorWrites(@TempDir Path folder) throws IOException {
    Generate.write(city, new Folder(folder));
    assertThat(contents(Path.of("sample-data"))).isEqualTo(contents(folder));
  }

  private static List<RoadGraph.Segment> roads() {
    return city.roads.segments.stream().filter(s -> s.road() != null).toList();
  }

  /** A checksum for each file, and for each file inside a zip: another zlib may pack otherwise. */
  private static Map<String, Long> contents(Path folder) throws IOException {
    Map<String, Long> contents = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        String name = file.getFileName().toString();
        if (name.endsWith(".zip")) {
          try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
              contents.put(name + "/" + entry.getName(), entry.getCrc());
            }
          }
        } else if (name.endsWith(".geojson")) {
          CRC32 sum = new CRC32();
          sum.update(Files.readAllBytes(file));
          contents.put(name, sum.getValue());
        }
      }
    }
    return contents;
  }
}

package org.citygis.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.citygis.web.pdf.ChineseFont;

/**
 * MapServer's {@code mapserv} as a FastCGI program that keeps its connection to the database, with
 * the symbols of {@code styles/parcels.sld} and the same fonts; its fastest compression of PNG.
 */
final class MapServer implements AutoCloseable {
  private static final String PROGRAM = "mapserv";
  private static final long PATIENCE_MILLIS = 10_000;

  private final Path map;
  private final FastCgi program;
  private final ProcessHandle process;

  private MapServer(Path map, FastCgi program, ProcessHandle process) {
    this.map = map;
    this.program = program;
    this.process = process;
  }

  /**
   * Empty where mapserv or cgi-fcgi is not installed.
   *
   * @param source the database in libpq's words
   */
  static Optional<MapServer> start(Path folder, String source, String layer)
      throws IOException, InterruptedException {
    Path home = Files.createDirectories(folder.resolve("mapserver")).toAbsolutePath();
    for (ChineseFont font : ChineseFont.values()) {
      try (InputStream file = font.open()) {
        Files.write(home.resolve(font.name() + ".ttf"), file.readAllBytes());
      }
    }
    Files.writeString(home.resolve("fonts.txt"), "regular REGULAR.ttf\nbold BOLD.ttf\n");
    Files.writeString(
        home.resolve("mapserver.conf"), "CONFIG\n ENV\n  MS_MAP_PATTERN \".\"\n END\nEND\n");
    Path map = home.resolve("parcels.map");
    Files.writeString(map, mapFile(source, layer));
    Path socket = home.resolve("socket");
    Files.deleteIfExists(socket);
    List<Long> before = running().map(ProcessHandle::pid).toList();
    ProcessBuilder starter =
        new ProcessBuilder("cgi-fcgi", "-start", "-connect", socket.toString(), program(), "1");
    starter.environment().put("MAPSERVER_CONFIG_FILE", home.resolve("mapserver.conf").toString());
    starter.redirectErrorStream(true).redirectOutput(home.resolve("log").toFile());
    try {
      starter.start().waitFor();
    } catch (IOException notInstalled) {
      return Optional.empty();
    }
    long end = System.currentTimeMillis() + PATIENCE_MILLIS;
    while (System.currentTimeMillis() < end) {
      Optional<ProcessHandle> started =
          running()
              .filter(p -> !before.contains(p.pid()))
              .max(Comparator.comparing(ProcessHandle::pid));
      if (started.isPresent() && Files.exists(socket)) {
        return Optional.of(new MapServer(map, new FastCgi(socket), started.get()));
      }
      Thread.sleep(50);
    }
    return Optional.empty();
  }

  /** The picture; throws with what MapServer says where it is none. */
  byte[] get(String box) throws IOException {
    byte[] png =
        program.get(
            "map="
                + map
                + "&SERVICE=WMS&VERSION=1.1.1&REQUEST=GetMap&LAYERS=parcels&STYLES=&SRS=EPSG:3857&WIDTH=256&HEIGHT=256&FORMAT=image/png&BBOX="
                + box);
    if (png.length < 4 || png[1] != 'P') {
      throw new IOException("mapserv: " + new String(png, StandardCharsets.UTF_8));
    }
    return png;
  }

  @Override
  public void close() {
    // It would end with its next request only.
    process.destroyForcibly();
  }

  private static String program() {
    Path usual = Path.of("/usr/bin", PROGRAM);
    return Files.exists(usual) ? usual.toString() : "/usr/lib/cgi-bin/" + PROGRAM;
  }

  private static Stream<ProcessHandle> running() {
    return ProcessHandle.allProcesses()
        .filter(p -> p.info().command().filter(c -> c.endsWith(PROGRAM)).isPresent());
  }

  private static String mapFile(String source, String layer) {
    StringBuilder classes = new StringBuilder();
    Map.of(
            "state_granted", "192 118 90|160 87 60|",
            "state_allocated", "138 111 176|111 85 150|",
            "state_leased", "79 134 198|60 108 166|PATTERN 6 2 END",
            "collective", "107 158 90|82 128 63|PATTERN 6 2 2 2 END")
        .forEach(
            (kind, look) -> {
              String[] parts = look.split("\\|", -1);
              classes.append(
                  """
                    CLASS
                      EXPRESSION "%s"
                      STYLE COLOR %s OPACITY 8 END
                      STYLE OUTLINECOLOR %s WIDTH 0.9 %s END
                      %s
                    END
                  """
                      .formatted(kind, parts[0], parts[1], parts[2], LABELS));
            });
    return MAP.formatted(source, layer, classes);
  }

  /** Its sizes are points at 96 to the inch: 8.25 are 11 pixels. */
  private static final String LABELS =
      """
      LABEL TEXT "[code]" TYPE TRUETYPE FONT "regular" SIZE 8.25 COLOR 122 61 38 OUTLINECOLOR 255 255 255 OUTLINEWIDTH 3
              POSITION CC MINSCALEDENOM 3000 MAXSCALEDENOM 12500 END
            LABEL TEXT "[parcel_no]" TYPE TRUETYPE FONT "regular" SIZE 8.25 COLOR 122 61 38 OUTLINECOLOR 255 255 255 OUTLINEWIDTH 3
              POSITION UC OFFSET 0 0 MAXSCALEDENOM 3000 END
            LABEL TEXT "[code]" TYPE TRUETYPE FONT "bold" SIZE 8.25 COLOR 122 61 38 OUTLINECOLOR 255 255 255 OUTLINEWIDTH 3
              POSITION LC OFFSET 0 0 MAXSCALEDENOM 3000 END""";

  private static final String MAP =
      """
      MAP
        NAME "bench"
        SIZE 256 256
        EXTENT 12500000 3400000 12800000 3700000
        RESOLUTION 91
        DEFRESOLUTION 91
        FONTSET "fonts.txt"
        IMAGECOLOR 255 255 255
        PROJECTION "init=epsg:3857" END
        OUTPUTFORMAT
          NAME "png" DRIVER "AGG/PNG" MIMETYPE "image/png" IMAGEMODE RGB EXTENSION "png" FORMATOPTION "COMPRESSION=1"
        END
        WEB
          METADATA
            "ows_enable_request" "*" "ows_srs" "EPSG:3857" "ows_onlineresource" "http://localhost/"
          END
        END
        LAYER
          NAME "parcels"
          TYPE POLYGON
          STATUS ON
          CONNECTIONTYPE POSTGIS
          CONNECTION "%s"
          DATA 'geom from layers."%s" using unique fid using srid=4547'
          PROCESSING "CLOSE_CONNECTION=DEFER"
          PROJECTION "init=epsg:4547" END
          CLASSITEM "owner_kind"
      %s
        END
      END
      """;
}

package org.citygis.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** On what and with what the run was made. */
final class Machine {
  private Machine() {}

  static void describe(Options options, Postgis postgis)
      throws IOException, InterruptedException, SQLException {
    Page.head("", "");
    Page.row("when", Instant.now().truncatedTo(ChronoUnit.MINUTES));
    Page.row("processor", processor());
    Page.row("memory", memory());
    Page.row("load average at the start", load());
    Page.row("CityGIS", "revision %s, heap `-Xmx%s`".formatted(revision(), options.heap()));
    Page.row(
        "Java",
        System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version"));
    Page.row(
        "PostgreSQL",
        "%s, PostGIS %s, shared_buffers %s"
            .formatted(
                postgis.text("SHOW server_version"),
                postgis.text("SELECT postgis_lib_version()"),
                postgis.text("SHOW shared_buffers")));
    Page.row("GDAL", Program.firstLine("ogr2ogr", "--version"));
    Page.row(
        "scale",
        String.format(
            Locale.ROOT,
            "%,d parcels, %,d incidents, %,d points",
            options.parcels(),
            options.incidents(),
            options.points()));
    Page.row(
        "repeats",
        "imports %d times, queries at %d places (fixed seed)"
            .formatted(options.rounds(), options.places()));
  }

  static String load() {
    return String.format(
        Locale.ROOT, "%.1f", ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
  }

  private static String processor() throws IOException {
    Path info = Path.of("/proc/cpuinfo");
    String name = System.getProperty("os.arch");
    if (Files.isReadable(info)) {
      name =
          Files.readAllLines(info).stream()
              .filter(l -> l.startsWith("model name"))
              .map(l -> l.substring(l.indexOf(':') + 1).strip())
              .findFirst()
              .orElse(name);
    }
    return "%d x %s".formatted(Runtime.getRuntime().availableProcessors(), name);
  }

  private static String memory() {
    return ManagementFactory.getOperatingSystemMXBean()
            instanceof com.sun.management.OperatingSystemMXBean machine
        ? "%d GB".formatted(Math.round(machine.getTotalMemorySize() / 1e9))
        : "";
  }

  private static String revision() throws IOException, InterruptedException {
    return Program.firstLine("git", "rev-parse", "--short", "HEAD");
  }
}

package org.citygis.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.springframework.util.FileSystemUtils;

/** CityGIS as it is deployed: the packaged jar in a process of its own. */
final class Application implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 180;

  private final Process process;
  private final Path log;
  private final URI base;
  private final String password = UUID.randomUUID().toString();

  private Application(Options options, String name, Map<String, String> variables, String... more)
      throws IOException {
    Path home = options.folder().resolve(name);
    // What an earlier run left knows another password.
    FileSystemUtils.deleteRecursively(home);
    Path none = home.resolve("no-sample-data");
    List<String> command =
        new ArrayList<>(
            List.of(
                Program.java(),
                "-Xmx" + options.heap(),
                "--enable-native-access=ALL-UNNAMED",
                "-jar",
                jar().toString(),
                "--server.port=" + options.port(),
                "--citygis.data=" + home.resolve("data").toAbsolutePath(),
                "--citygis.sample-data=" + none));
    command.addAll(List.of(more));
    Map<String, String> environment = new java.util.HashMap<>(variables);
    environment.put("CITYGIS_ADMIN_PASSWORD", password);
    this.log = options.folder().resolve(name + ".log");
    this.base = URI.create("http://localhost:" + options.port());
    this.process = Program.start(log, command, environment);
  }

  static Application onPostgis(Options options, Postgis postgis)
      throws IOException, InterruptedException {
    Application application =
        new Application(
            options,
            "postgis",
            Map.of(
                "CITYGIS_DB_URL", postgis.url(),
                "CITYGIS_DB_USER", postgis.user(),
                "CITYGIS_DB_PASSWORD", postgis.password()),
            "--spring.profiles.active=postgis");
    application.awaitReadiness();
    return application;
  }

  static Application onH2gis(Options options) throws IOException, InterruptedException {
    Application application = new Application(options, "h2gis", Map.of());
    application.awaitReadiness();
    return application;
  }

  /** A client that is signed in as the administrator. */
  Client signedIn() throws IOException, InterruptedException {
    Client client = new Client(base);
    client.signIn("admin", password);
    return client;
  }

  private void awaitReadiness() throws IOException, InterruptedException {
    Client client = new Client(base);
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (System.nanoTime() < end && process.isAlive()) {
      try {
        client.get("/actuator/health/readiness");
        return;
      } catch (IOException | IllegalStateException notYet) {
        Thread.sleep(200);
      }
    }
    close();
    throw new IllegalStateException("the application did not start:\n" + Program.tail(log));
  }

  private static Path jar() {
    Path jar = Path.of("target", "citygis.jar");
    if (!Files.exists(jar)) {
      throw new IllegalStateException(jar + " is not built");
    }
    return jar;
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(30, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}

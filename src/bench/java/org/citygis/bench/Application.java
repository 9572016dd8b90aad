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

  private Application(
      Options options, String name, int port, Map<String, String> variables, String... more)
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
                "--server.port=" + port,
                "--citygis.data=" + home.resolve("data").toAbsolutePath(),
                "--citygis.sample-data=" + none));
    command.addAll(List.of(more));
    Map<String, String> environment = new java.util.HashMap<>(variables);
    environment.put("CITYGIS_ADMIN_PASSWORD", password);
    this.log = options.folder().resolve(name + ".log");
    this.base = URI.create("http://localhost:" + port);
    this.process = Program.start(log, command, environment);
  }

  static Application onPostgis(Options options, Postgis postgis)
      throws IOException, InterruptedException {
    return onPostgis(options, postgis, "postgis", options.port());
  }

  /** Another one on the same database, on the next port but one, with further arguments. */
  static Application besides(Options options, Postgis postgis, String name, String... more)
      throws IOException, InterruptedException {
    return onPostgis(options, postgis, name, options.port() + 2, more);
  }

  private static Application onPostgis(
      Options options, Postgis postgis, String name, int port, String... more)
      throws IOException, InterruptedException {
    List<String> arguments = new ArrayList<>(List.of(more));
    arguments.add("--spring.profiles.active=postgis");
    Application application =
        new Application(
            options,
            name,
            port,
            Map.of(
                "CITYGIS_DB_URL", postgis.url(),
                "CITYGIS_DB_USER", postgis.user(),
                "CITYGIS_DB_PASSWORD", postgis.password()),
            arguments.toArray(String[]::new));
    application.awaitReadiness();
    return application;
  }

  static Application onH2gis(Options options) throws IOException, InterruptedException {
    Application application = new Application(options, "h2gis", options.port(), Map.of());
    application.awaitReadiness();
    return application;
  }

  /** A client that is signed in as the administrator. */
  Client signedIn() throws IOException, InterruptedException {
    Client client = new Client(base);
    client.signIn("admin", password);
    return client;
  }

  /** A client that nobody signed in. */
  Client anonymous() {
    return new Client(base);
  }

  /** What the application prints. */
  Path log() {
    return log;
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

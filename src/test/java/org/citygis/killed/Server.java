package org.citygis.killed;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.citygis.testing.Visitor;
import tools.jackson.databind.JsonNode;

/** The application in a process of its own, which can be killed and started again. */
final class Server {
  private static final String PASSWORD = "Correct-horse-7";
  private static final long PATIENCE_SECONDS = 180;

  private final Path home;
  private final int port;
  private final Map<String, String> environment;
  private final List<String> arguments;
  private int starts;
  private Process process;

  /**
   * @param arguments beside those that give it a folder and a port
   */
  Server(Path home, Map<String, String> environment, String... arguments) throws IOException {
    this.home = home;
    this.environment = environment;
    this.arguments = List.of(arguments);
    try (ServerSocket free = new ServerSocket(0)) {
      this.port = free.getLocalPort();
    }
  }

  Path data() {
    return home.resolve("data");
  }

  /** Starts and waits until it is ready. */
  void start() throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                classPath(),
                "org.citygis.CityGis",
                "--server.port=" + port,
                "--citygis.data=" + data(),
                "--citygis.sample-data=" + home.resolve("none")));
    command.addAll(arguments);
    Path log = home.resolve("log-" + ++starts + ".txt");
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
    builder.environment().putAll(environment);
    builder.environment().put("CITYGIS_ADMIN_PASSWORD", PASSWORD);
    process = builder.start();
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (process.isAlive() && System.nanoTime() < end) {
      try {
        if (new Visitor(port).get("/actuator/health/readiness").statusCode() == 200) {
          return;
        }
      } catch (IllegalStateException notYet) {
        // It does not listen yet.
      }
      Thread.sleep(100);
    }
    process.destroyForcibly();
    List<String> lines = Files.readAllLines(log);
    throw new AssertionError(
        "the application did not start:\n"
            + String.join("\n", lines.subList(Math.max(0, lines.size() - 30), lines.size())));
  }

  /** What the application is made of, without the tests, whose beans it would find otherwise. */
  private static String classPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> !entry.contains("test-classes"))
        .collect(Collectors.joining(File.pathSeparator));
  }

  /** SIGKILL: nothing is closed, nothing is written any more. */
  void kill() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor();
  }

  void stop() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      kill();
    }
  }

  HttpRequest.Builder request(String method, String path, String body) {
    return new Visitor(port)
        .request(method, path, body)
        .header("Authorization", Visitor.basic("admin", PASSWORD));
  }

  HttpResponse<String> call(String method, String path, String body) {
    return new Visitor(port).send(request(method, path, body));
  }

  JsonNode json(String method, String path, String body) {
    HttpResponse<String> answer = call(method, path, body);
    if (answer.statusCode() >= 300) {
      throw new AssertionError(
          method + " " + path + ": " + answer.statusCode() + " " + answer.body());
    }
    return Visitor.json(answer);
  }

  /** The job in its last state. */
  JsonNode ended(String job) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (System.nanoTime() < end) {
      JsonNode now = json("GET", "/api/jobs/" + job, null);
      if (List.of("done", "failed", "cancelled").contains(now.get("state").asString())) {
        return now;
      }
      Thread.sleep(50);
    }
    throw new AssertionError("job " + job + " does not end");
  }
}

package org.citygis.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finished tiles asked for by {@code wrk} as fast as it can: from us, and from nginx as files. */
final class ServingBench {
  private static final Pattern RATE = Pattern.compile("Requests/sec:\\s*([0-9.]+)");
  private static final Pattern BAD = Pattern.compile("Non-2xx or 3xx responses: (\\d+)");
  private static final String SECONDS = "10s";

  private final Options options;
  private final Client client;
  private final Path folder;

  ServingBench(Options options, Client client) {
    this.options = options;
    this.client = client;
    this.folder = options.folder().resolve("serving").toAbsolutePath();
  }

  /**
   * @param paths of tiles that are not empty
   */
  void run(List<String> paths) throws IOException, InterruptedException {
    Page.title("Finished tiles, requests a second");
    if (Program.firstLine("sh", "-c", "command -v wrk").isEmpty()
        || Program.firstLine("sh", "-c", "command -v nginx").isEmpty()) {
      Page.text("Not measured: wrk or nginx is missing (Debian: wrk, nginx-light).");
      return;
    }
    for (String path : paths) {
      Path file = folder.resolve("root" + path);
      Files.createDirectories(file.getParent());
      Files.write(file, client.get(path, "Accept-Encoding", "gzip").body());
    }
    Path script = Files.writeString(folder.resolve("tiles.lua"), script(paths));
    int port = options.port() + 1;
    Process nginx =
        Program.start(
            folder.resolve("nginx.log"),
            List.of("nginx", "-p", folder.toString(), "-c", configuration(port).toString()),
            Map.of());
    Page.head("", "1st run", "2nd run", "3rd run", "of nginx");
    try {
      List<Double> ours = new ArrayList<>();
      List<Double> files = new ArrayList<>();
      for (int round = 0; round < 3; round++) {
        ours.add(wrk(options.port(), script));
        files.add(wrk(port, script));
      }
      row("CityGIS", ours, files);
      row("nginx, the same bytes as files", files, files);
    } finally {
      nginx.destroy();
    }
    Page.text(
        "%d tiles in turn; `wrk -t2 -c32 -d%s`, on the machine of both servers. nginx: one process a core, sendfile, open_file_cache, no log."
            .formatted(paths.size(), SECONDS));
  }

  private static void row(String name, List<Double> rates, List<Double> files) {
    List<Object> cells = new ArrayList<>(List.of(name));
    rates.forEach(rate -> cells.add("%,.0f".formatted(rate)));
    cells.add("%.2f".formatted(median(rates) / median(files)));
    Page.row(cells.toArray());
  }

  private static double median(List<Double> rates) {
    return rates.stream().sorted().toList().get(rates.size() / 2);
  }

  private double wrk(int port, Path script) throws IOException, InterruptedException {
    Page.progress("wrk on port " + port);
    Path log = folder.resolve("wrk.log");
    Program.run(
        log,
        List.of(
            "wrk",
            "-t2",
            "-c32",
            "-d" + SECONDS,
            "-H",
            "Accept-Encoding: gzip",
            "-s",
            script.toString(),
            "http://localhost:" + port));
    String told = Files.readString(log);
    Matcher bad = BAD.matcher(told);
    Matcher rate = RATE.matcher(told);
    if (bad.find() || !rate.find()) {
      throw new IllegalStateException(told);
    }
    return Double.parseDouble(rate.group(1));
  }

  private static String script(List<String> paths) {
    return """
        local paths = {%s}
        local i = 0
        function request()
          i = i %% #paths + 1
          return wrk.format("GET", paths[i])
        end
        """
        .formatted(paths.stream().map(p -> '"' + p + '"').collect(Collectors.joining(",")));
  }

  private Path configuration(int port) throws IOException {
    return Files.writeString(
        folder.resolve("nginx.conf"),
        """
        daemon off;
        worker_processes auto;
        pid nginx.pid;
        error_log error.log;
        events { worker_connections 512; }
        http {
          access_log off;
          sendfile on;
          tcp_nopush on;
          keepalive_requests 1000000;
          open_file_cache max=10000;
          client_body_temp_path temp; proxy_temp_path temp; fastcgi_temp_path temp;
          uwsgi_temp_path temp; scgi_temp_path temp;
          types { application/vnd.mapbox-vector-tile mvt; }
          server {
            listen %d;
            root root;
            add_header Content-Encoding gzip;
          }
        }
        """
            .formatted(port));
  }
}

package org.citygis.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.citygis.text.Lang;
import org.citygis.text.Text;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** Fetches a layer, or a part of it, as a file. */
@CommandLine.Command(name = "export", resourceBundle = "org.citygis.cli.words")
final class ExportCommand implements Callable<Integer> {
  @CommandLine.Spec
  private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

  @CommandLine.Parameters(paramLabel = "LAYER", descriptionKey = "export.layer")
  private String layer = "";

  @CommandLine.Option(
      names = "--format",
      defaultValue = "geojson",
      paramLabel = "geojson|shapefile|geopackage|csv|flatgeobuf")
  private String format = "geojson";

  @CommandLine.Option(names = "--out", required = true, paramLabel = "FILE")
  private String out = "";

  @CommandLine.Option(
      names = "--crs",
      paramLabel = "EPSG:n|GCJ02|BD09",
      descriptionKey = "export.crs")
  private @Nullable String crs;

  @CommandLine.Option(
      names = "--encoding",
      paramLabel = "UTF-8|GBK",
      descriptionKey = "export.encoding")
  private @Nullable String encoding;

  @CommandLine.Option(names = "--bbox", paramLabel = "W,S,E,N")
  private @Nullable String bbox;

  @CommandLine.Option(names = "--where", paramLabel = "FIELD=VALUE")
  private Map<String, String> conditions = new LinkedHashMap<>();

  @CommandLine.Option(names = "--fields", paramLabel = "A,B")
  private @Nullable String fields;

  @CommandLine.Mixin private ServerOptions serverOptions = new ServerOptions();
  @CommandLine.Mixin private Language language = new Language();

  @Override
  public Integer call() throws IOException, Server.Refused, Server.Unreachable {
    Lang lang = language.get();
    Server server = serverOptions.connect(lang);
    Map<String, String> query = new LinkedHashMap<>(conditions);
    put(query, "f", format);
    put(query, "crs", crs);
    put(query, "encoding", encoding);
    put(query, "bbox", bbox);
    put(query, "properties", fields);
    put(query, "lang", lang.tag());
    HttpResponse<InputStream> answer =
        server.open("/api/layers/%s/export?%s".formatted(encode(layer), query(query)));
    try (InputStream in = answer.body()) {
      long bytes = out.equals("-") ? in.transferTo(System.out) : save(in, Path.of(out));
      spec.commandLine()
          .getErr()
          .println(Text.of("已写入 %s，%d 字节", "%s written, %d bytes").in(lang).formatted(out, bytes));
    }
    return ExitCode.DONE;
  }

  /** What breaks off leaves no file that looks whole. */
  private static long save(InputStream in, Path target) throws IOException {
    Path part = target.resolveSibling(target.getFileName() + ".part");
    try {
      long bytes;
      try (OutputStream to = Files.newOutputStream(part)) {
        bytes = in.transferTo(to);
      }
      Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
      return bytes;
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private static void put(Map<String, String> query, String name, @Nullable String value) {
    if (value != null) {
      query.put(name, value);
    }
  }

  private static String query(Map<String, String> query) {
    return query.entrySet().stream()
        .map(each -> encode(each.getKey()) + "=" + encode(each.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}

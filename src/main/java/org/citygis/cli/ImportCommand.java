package org.citygis.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.citygis.problem.Problem;
import org.citygis.text.Lang;
import org.citygis.text.Text;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;

/** Sends files to a server, has them checked, and publishes one layer of them. */
@CommandLine.Command(name = "import", resourceBundle = "org.citygis.cli.words")
final class ImportCommand implements Callable<Integer> {
  @CommandLine.Spec
  private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

  @CommandLine.Parameters(arity = "1..*", paramLabel = "FILE", descriptionKey = "import.files")
  private List<Path> files = new ArrayList<>();

  @CommandLine.Option(names = "--layer", required = true, paramLabel = "ID")
  private String layer = "";

  @CommandLine.Option(names = "--mode", paramLabel = "create|append|replace|upsert")
  private @Nullable String mode;

  @CommandLine.Option(names = "--key", paramLabel = "FIELD")
  private @Nullable String key;

  @CommandLine.Option(names = "--faulty", paramLabel = "keep|reject|skip|repair")
  private @Nullable String faulty;

  @CommandLine.Option(names = "--dataset", paramLabel = "NAME")
  private @Nullable String dataset;

  @CommandLine.Option(names = "--encoding", paramLabel = "NAME", descriptionKey = "encoding")
  private @Nullable String encoding;

  @CommandLine.Option(names = "--crs", paramLabel = "EPSG:n", descriptionKey = "crs")
  private @Nullable String crs;

  @CommandLine.Option(names = "--shift", paramLabel = "gcj02|bd09", descriptionKey = "shift")
  private @Nullable String shift;

  @CommandLine.Option(names = "--map", paramLabel = "TARGET=SOURCE")
  private Map<String, String> mapping = new LinkedHashMap<>();

  @CommandLine.Option(names = "--save-profile", paramLabel = "NAME")
  private @Nullable String profile;

  @CommandLine.Option(names = "--title", paramLabel = "TEXT")
  private @Nullable String title;

  @CommandLine.Option(names = "--title-en", paramLabel = "TEXT")
  private @Nullable String titleEn;

  @CommandLine.Option(names = "--department", paramLabel = "ID")
  private @Nullable String department;

  @CommandLine.Option(names = "--style", paramLabel = "ID")
  private @Nullable String style;

  @CommandLine.Option(names = "--visibility", paramLabel = "public|staff|department")
  private @Nullable String visibility;

  @CommandLine.Option(names = "--note", paramLabel = "TEXT")
  private @Nullable String note;

  @CommandLine.Option(names = "--dry-run")
  private boolean dryRun;

  @CommandLine.Option(names = "--max-delete", paramLabel = "N")
  private @Nullable Long mostDeleted;

  @CommandLine.Mixin private ServerOptions serverOptions = new ServerOptions();
  @CommandLine.Mixin private Language language = new Language();

  @Override
  public Integer call() throws IOException, Server.Refused, Server.Unreachable {
    Lang lang = language.get();
    Server server = serverOptions.connect(lang);
    PrintWriter progress = spec.commandLine().getErr();
    JobWatch jobs = new JobWatch(server, progress, lang);
    String upload = new ChunkedUpload(server, progress, lang).send(files);
    Map<String, Object> wanted = new LinkedHashMap<>();
    wanted.put("upload", upload);
    wanted.put("encoding", encoding);
    wanted.put("crs", crs);
    wanted.put("layer", exists(server) ? layer : null);
    JsonNode started = server.post("/api/imports", wanted);
    String path = "/api/imports/" + started.path("id").asString();
    boolean ended = false;
    try {
      jobs.untilDone(started.path("job"));
      JsonNode found = server.get(path);
      int faults = new ReportLines(spec.commandLine().getOut(), lang).print(found.path("report"));
      int index = index(found.path("report").path("datasets"));
      boolean review = dryRun || mostDeleted != null;
      JsonNode job = server.post(path + "/publication", publication(index, review)).path("job");
      JsonNode result = jobs.untilDone(job).path("result");
      ended = conclude(server, path, result, review, lang);
      return faults + changed(result) > 0 ? ExitCode.WITH_FAULTS : ExitCode.DONE;
    } finally {
      if (!ended) {
        forget(server, path);
      }
    }
  }

  private boolean exists(Server server) throws Server.Refused, Server.Unreachable {
    try {
      server.get("/api/layers/" + layer);
      return true;
    } catch (Server.Refused refused) {
      if (refused.status() == 404 || refused.status() == 503) {
        return false;
      }
      throw refused;
    }
  }

  private int index(JsonNode datasets) {
    List<String> names = new ArrayList<>();
    for (JsonNode each : datasets) {
      String name = each.path("name").asString();
      names.add(name);
      if (name.equals(dataset) || (dataset == null && datasets.size() == 1)) {
        return each.path("index").asInt();
      }
    }
    throw new Problem.Invalid(
        Text.of(
            "文件含多个数据集，请用 --dataset 选择：" + names,
            "The file has several data sets, choose one by --dataset: " + names));
  }

  private Map<String, Object> publication(int index, boolean review) {
    Map<String, Object> wanted = new LinkedHashMap<>();
    wanted.put("dataset", index);
    wanted.put("layer", layer);
    wanted.put("mode", mode);
    wanted.put("key", key);
    wanted.put("faulty", faulty);
    wanted.put("encoding", encoding);
    wanted.put("crs", crs);
    wanted.put("shift", shift);
    wanted.put("mapping", mapping.isEmpty() ? null : mapping);
    wanted.put("profile", profile);
    wanted.put("title", title());
    wanted.put("department", department);
    wanted.put("style", style);
    wanted.put("visibility", visibility);
    wanted.put("note", note);
    wanted.put("review", review);
    wanted.values().removeIf(value -> value == null);
    return wanted;
  }

  private @Nullable Map<String, String> title() {
    if (title == null && titleEn == null) {
      return null;
    }
    return Map.of("zh", title == null ? "" : title, "en", titleEn == null ? "" : titleEn);
  }

  /** Puts a reviewed version into force where that is wanted; returns whether it is in force. */
  private boolean conclude(Server server, String path, JsonNode result, boolean review, Lang lang)
      throws Server.Refused, Server.Unreachable {
    PrintWriter out = spec.commandLine().getOut();
    JsonNode difference = result.path("difference");
    out.println(
        Text.of("新增 %d，更新 %d，不变 %d，删除 %d", "%d inserted, %d updated, %d unchanged, %d deleted")
            .in(lang)
            .formatted(
                difference.path("insert").asLong(),
                difference.path("update").asLong(),
                difference.path("unchanged").asLong(),
                difference.path("delete").asLong()));
    long deleted = difference.path("delete").asLong();
    if (mostDeleted != null && deleted > mostDeleted) {
      throw new Problem.Conflict(
          Text.of(
              "将删除 %d 个要素，超过 --max-delete %d；没有发布。".formatted(deleted, mostDeleted),
              "%d features would be deleted, more than --max-delete %d; nothing was published."
                  .formatted(deleted, mostDeleted)));
    }
    if (dryRun) {
      out.println(Text.of("试运行：没有发布。", "Dry run: nothing was published.").in(lang));
      return false;
    }
    if (review) {
      server.post(path + "/commit", Map.of());
    }
    out.println(
        Text.of("图层 %s 第 %d 版已生效，共 %d 个要素", "Layer %s, version %d is in force with %d features")
            .in(lang)
            .formatted(layer, result.path("version").asInt(), result.path("count").asLong()));
    return true;
  }

  /** Rows that did not arrive as they were. */
  private static long changed(JsonNode result) {
    return result.path("skipped").asLong()
        + result.path("repaired").asLong()
        + result.path("defects").size();
  }

  /** Nothing of a run that did not end well stays on the server; what hinders that expires. */
  private static void forget(Server server, String path) {
    try {
      server.delete(path);
    } catch (Server.Refused | Server.Unreachable expiresByItself) {
      return;
    }
  }
}

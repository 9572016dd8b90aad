package org.citygis.ingest;

import java.nio.charset.Charset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.citygis.audit.Audit;
import org.citygis.geo.Crs;
import org.citygis.ingest.source.FeatureSource;
import org.citygis.ingest.source.Shape;
import org.citygis.ingest.source.UnreadableFile;
import org.citygis.jobs.Job;
import org.citygis.jobs.JobHandler;
import org.citygis.jobs.Jobs;
import org.citygis.jobs.Progress;
import org.citygis.problem.Problem;
import org.citygis.security.User;
import org.citygis.text.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Publishes a checked layer of an import, as a job. */
@Component
final class Publisher implements JobHandler {
  static final String KIND = "publication";
  private static final int REPORT_EVERY = 1_000;
  private static final TypeReference<Map<String, Object>> REQUEST = new TypeReference<>() {};

  private final Imports imports;
  private final PublicationPlans plans;
  private final MappingProfiles profiles;
  private final LayerLoader loader;
  private final ImportSettings settings;
  private final Jobs jobs;
  private final JsonMapper json;
  private final Audit audit;

  Publisher(
      Imports imports,
      PublicationPlans plans,
      MappingProfiles profiles,
      LayerLoader loader,
      ImportSettings settings,
      Jobs jobs,
      JsonMapper json,
      Audit audit) {
    this.imports = imports;
    this.plans = plans;
    this.profiles = profiles;
    this.loader = loader;
    this.settings = settings;
    this.jobs = jobs;
    this.json = json;
    this.audit = audit;
  }

  /**
   * Queues the publication after everything that can be refused at once has been checked.
   *
   * @throws Problem when the layer cannot be published so, or not by this user
   */
  Job publish(User user, Import of, Publication wanted) {
    plan(user, of, wanted);
    MappingProfiles.name(wanted.profile());
    return jobs.start(
        user,
        KIND,
        Text.of("等待发布", "Waiting to be published"),
        json.convertValue(new Request(of.id(), wanted), REQUEST));
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Map<String, Object> run(User owner, Map<String, Object> parameters, Progress progress) {
    Request request = json.convertValue(parameters, Request.class);
    Import of = imports.get(owner, request.of());
    Publication wanted = request.publication();
    Task task = plan(owner, of, wanted);
    Map<String, Object> result = run(of, task, progress);
    profiles.save(owner, task.plan.definition(), wanted, task.plan.mapping(), task.checked);
    return result;
  }

  /** What a job is asked to do. */
  private record Request(String of, Publication publication) {}

  /** What is to be loaded, and how. */
  private record Task(int index, Checked checked, LayerLoader.Plan plan) {}

  private Task plan(User user, Import of, Publication wanted) {
    int index = Objects.requireNonNullElse(wanted.dataset(), 0);
    Checked checked =
        checked(of, index, Choices.encoding(wanted.encoding()), Choices.crs(wanted.crs()));
    return new Task(index, checked, plans.plan(user, of, wanted, checked));
  }

  /** The layer as the choices read it; read again where the last reading was another one. */
  private Checked checked(Import of, int index, @Nullable Charset encoding, @Nullable Crs crs) {
    Import.Layer layer = of.layer(index);
    Checked last = layer.checked();
    if (last == null || !isSame(last, encoding, crs)) {
      layer = imports.checkAgain(of, index, encoding, crs);
      last = layer.checked();
    }
    if (last == null || !last.report().publishable()) {
      throw new Problem.Conflict(
          layer.report().problems().stream()
              .filter(problem -> problem.severity().equals("error"))
              .findFirst()
              .map(ImportReport.Problem::message)
              .orElse(Text.of("此数据集不能发布。", "This dataset cannot be published.")));
    }
    return last;
  }

  private static boolean isSame(Checked last, @Nullable Charset encoding, @Nullable Crs crs) {
    ImportReport.Encoding read = last.report().encoding();
    boolean sameText =
        encoding == null || read == null || encoding.equals(Choices.encoding(read.name()));
    boolean samePlace =
        crs == null || last.shape() == Shape.NONE || Objects.equals(crs, last.crs());
    return sameText && samePlace;
  }

  private Map<String, Object> run(Import of, Task task, Progress progress) {
    Checked checked = task.checked;
    LayerLoader.Plan plan = task.plan;
    of.use();
    long total = checked.report().count();
    Text loading = Text.of("正在入库", "Loading");
    LayerLoader.Loaded loaded;
    try (FeatureSource source =
        Formats.open(
            of.unpacked().layers().get(task.index), checked.encoding(), settings.problems())) {
      loaded =
          loader.load(
              source,
              plan,
              rows -> {
                if (rows % REPORT_EVERY == 0) {
                  progress.report(rows, Math.max(rows, total), loading);
                }
              });
    } catch (UnreadableFile e) {
      throw new Problem.Invalid(e.finding().message());
    } finally {
      of.release();
    }
    boolean staged = plan.joining().stageFor() != null;
    if (!staged) {
      imports.forget(of);
    }
    audit.record(
        plan.by(),
        staged ? "stage" : "publish",
        "layers/" + plan.definition().id(),
        "version %d, %d features from %s"
            .formatted(loaded.table().version(), loaded.rows(), plan.file()));
    return result(plan, checked, loaded, staged);
  }

  private static Map<String, Object> result(
      LayerLoader.Plan plan, Checked checked, LayerLoader.Loaded loaded, boolean staged) {
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("layer", plan.definition().id());
    result.put("version", loaded.table().version());
    result.put("staged", staged);
    result.put("mode", plan.joining().lineage().get("mode"));
    result.put("key", loaded.difference().key());
    result.put("count", loaded.rows());
    result.put("difference", LayerLoader.counts(loaded.difference()));
    result.put("skipped", loaded.skipped());
    result.put("repaired", loaded.repaired());
    result.put("listed", loaded.listed());
    result.put("defects", loaded.defects());
    result.put("missingFields", plan.mapping().missing());
    result.put("ignoredFields", plan.mapping().ignored(checked.fields()));
    return result;
  }
}

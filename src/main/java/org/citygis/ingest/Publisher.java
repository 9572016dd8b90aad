package org.citygis.ingest;

import java.nio.charset.Charset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.citygis.audit.Audit;
import org.citygis.catalog.LayerVersion;
import org.citygis.catalog.Layers;
import org.citygis.catalog.StagedVersions;
import org.citygis.ingest.crs.Placement;
import org.citygis.ingest.doctor.CheckOptions;
import org.citygis.ingest.doctor.Checked;
import org.citygis.ingest.doctor.ImportReport;
import org.citygis.ingest.source.FeatureSource;
import org.citygis.ingest.source.Shape;
import org.citygis.ingest.source.UnreadableFile;
import org.citygis.jobs.Job;
import org.citygis.jobs.JobHandler;
import org.citygis.jobs.Jobs;
import org.citygis.jobs.Progress;
import org.citygis.problem.Problem;
import org.citygis.security.Action;
import org.citygis.security.User;
import org.citygis.storage.Difference;
import org.citygis.text.Text;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Publishes a checked layer of an import, as a job. */
@Component
final class Publisher implements JobHandler {
  static final String KIND = "publication";
  private static final int REPORT_EVERY = 1_000;

  /** Under which a job remembers the version that it is making. */
  private static final String VERSION = "version";

  private static final TypeReference<Map<String, Object>> REQUEST = new TypeReference<>() {};

  private final Imports imports;
  private final PublicationPlans plans;
  private final MappingProfiles profiles;
  private final LayerLoader loader;
  private final ImportSettings settings;
  private final Jobs jobs;
  private final JsonMapper json;
  private final Audit audit;
  private final Layers layers;
  private final StagedVersions staged;

  Publisher(
      Imports imports,
      PublicationPlans plans,
      MappingProfiles profiles,
      LayerLoader loader,
      ImportSettings settings,
      Jobs jobs,
      JsonMapper json,
      Audit audit,
      Layers layers,
      StagedVersions staged) {
    this.imports = imports;
    this.plans = plans;
    this.profiles = profiles;
    this.loader = loader;
    this.settings = settings;
    this.jobs = jobs;
    this.json = json;
    this.audit = audit;
    this.layers = layers;
    this.staged = staged;
  }

  /**
   * Queues the publication after everything that can be refused at once has been checked.
   *
   * @throws Problem when the layer cannot be published so, or not by this user
   */
  Job publish(User user, Import of, Publication wanted) {
    Task task = plan(user, of, wanted);
    MappingProfiles.name(wanted.profile());
    Job job =
        jobs.start(
            user,
            KIND,
            Text.of("等待发布", "Waiting to be published"),
            json.convertValue(new Request(of.id(), wanted, task.plan.definition().id()), REQUEST));
    of.job(job.id());
    return job;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Map<String, Object> run(User owner, Map<String, Object> parameters, Progress progress) {
    Request request = json.convertValue(parameters, Request.class);
    Optional<LayerVersion> committed = committed(request, parameters);
    if (committed.isPresent()) {
      return found(owner, request, committed.get());
    }
    Import of = imports.get(owner, request.of());
    Publication wanted = request.publication();
    Task task = plan(owner, of, wanted);
    Map<String, Object> result = run(of, task, progress);
    profiles.save(owner, task.plan.definition(), wanted, task.plan.mapping(), task.checked);
    return result;
  }

  @Override
  public boolean resumable() {
    return true;
  }

  @Override
  public void abandoned(Map<String, Object> parameters) {
    committed(json.convertValue(parameters, Request.class), parameters);
  }

  /** The version that an interrupted run has published; what it has only begun is dropped. */
  private Optional<LayerVersion> committed(Request request, Map<String, Object> parameters) {
    if (!(parameters.get(VERSION) instanceof Number begun)) {
      return Optional.empty();
    }
    Optional<LayerVersion> committed = findVersion(request.subject(), begun.intValue());
    if (committed.isEmpty()) {
      staged
          .find(request.of())
          .filter(each -> each.version().number() == begun.intValue())
          .ifPresent(staged::discard);
      loader.dropHalf(request.subject(), begun.intValue());
    }
    return committed;
  }

  private Optional<LayerVersion> findVersion(String layer, int number) {
    if (layers.all().stream().noneMatch(each -> each.id().equals(layer))) {
      return Optional.empty();
    }
    return layers.versions(layers.open(User.SYSTEM, layer, Action.VIEW)).stream()
        .filter(version -> version.number() == number)
        .findFirst();
  }

  /** The application ended after the commit and before the job could say so. */
  private Map<String, Object> found(User owner, Request request, LayerVersion version) {
    imports.find(owner, request.of()).ifPresent(imports::forget);
    audit.record(
        owner,
        "publish",
        "layers/" + request.subject(),
        "version %d, found published after a restart".formatted(version.number()));
    Map<String, Object> result = new LinkedHashMap<>(version.lineage());
    result.put("layer", request.subject());
    result.put(VERSION, version.number());
    result.put("staged", false);
    result.put("count", version.rows());
    return result;
  }

  /**
   * What a job is asked to do.
   *
   * @param subject the layer's id
   */
  private record Request(String of, Publication publication, String subject) {}

  /** What is to be loaded, and how. */
  private record Task(int index, Checked checked, LayerLoader.Plan plan) {}

  private Task plan(User user, Import of, Publication wanted) {
    int index = Objects.requireNonNullElse(wanted.dataset(), 0);
    Checked checked =
        checked(
            of,
            index,
            new CheckOptions(
                Choices.encoding(wanted.encoding()),
                Choices.crs(wanted.crs()),
                null,
                null,
                Choices.shift(wanted.shift())));
    return new Task(index, checked, plans.plan(user, of, wanted, checked));
  }

  /** The layer as the choices read it; read again where the last reading was another one. */
  private Checked checked(Import of, int index, CheckOptions options) {
    Import.Layer layer = of.layer(index);
    Checked last = layer.checked();
    if (last == null || !isSame(last, options)) {
      layer = imports.checkAgain(of, index, options);
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

  private static boolean isSame(Checked last, CheckOptions options) {
    Charset encoding = options.encoding();
    Placement place = options.place();
    ImportReport.Encoding read = last.report().encoding();
    boolean sameText =
        encoding == null || read == null || encoding.equals(Choices.encoding(read.name()));
    boolean samePlace =
        place == null || last.shape() == Shape.NONE || Objects.equals(place, last.place());
    boolean sameShift = options.shift() == null || options.shift() == last.corrections().shift();
    return sameText && samePlace && sameShift;
  }

  private Map<String, Object> run(Import of, Task task, Progress progress) {
    Checked checked = task.checked;
    LayerLoader.Plan plan = task.plan;
    of.use();
    long total = checked.report().count();
    Text loading = Text.of("正在入库", "Loading");
    LayerLoader.Loaded loaded;
    try (FeatureSource source =
        checked.corrected(
            Formats.open(
                of.unpacked().layers().get(task.index), checked.encoding(), settings.problems()))) {
      loaded =
          loader.load(
              source,
              plan,
              rows -> {
                if (rows % REPORT_EVERY == 0) {
                  progress.report(rows, Math.max(rows, total), loading);
                }
              },
              version -> progress.remember(VERSION, version));
    } catch (UnreadableFile e) {
      throw new Problem.Invalid(e.finding().message());
    } finally {
      of.release();
    }
    boolean waits = plan.joining().stageFor() != null;
    Map<String, Object> result = result(plan, checked, loaded, waits);
    if (!waits) {
      imports.forget(of);
    }
    audit.record(
        plan.by(),
        waits ? "stage" : "publish",
        "layers/" + plan.definition().id(),
        "version %d, %d features from %s"
            .formatted(loaded.table().version(), loaded.rows(), plan.file()));
    return result;
  }

  private static Map<String, Object> result(
      LayerLoader.Plan plan, Checked checked, LayerLoader.Loaded loaded, boolean waits) {
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("layer", plan.definition().id());
    result.put(VERSION, loaded.table().version());
    result.put("staged", waits);
    result.put("mode", plan.joining().lineage().get("mode"));
    Difference difference = loaded.difference();
    result.put("key", difference == null ? null : difference.key());
    result.put("count", loaded.rows());
    result.put("difference", difference == null ? null : LayerLoader.counts(difference));
    result.put("skipped", loaded.skipped());
    result.put("repaired", loaded.repaired());
    result.put("listed", loaded.listed());
    result.put("defects", loaded.defects());
    result.put("missingFields", plan.mapping().missing());
    result.put("ignoredFields", plan.mapping().ignored(checked.fields()));
    return result;
  }
}

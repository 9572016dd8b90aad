package org.citygis.versions;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.citygis.catalog.Catalog;
import org.citygis.catalog.CodeList;
import org.citygis.catalog.Field;
import org.citygis.catalog.GeometryKind;
import org.citygis.catalog.LayerVersion;
import org.citygis.catalog.Layers;
import org.citygis.catalog.OpenLayer;
import org.citygis.geo.Crs;
import org.citygis.geo.SurveySystem;
import org.citygis.jobs.Job;
import org.citygis.jobs.JobHandler;
import org.citygis.jobs.Jobs;
import org.citygis.jobs.Progress;
import org.citygis.problem.Problem;
import org.citygis.security.Action;
import org.citygis.security.User;
import org.citygis.storage.Difference;
import org.citygis.storage.FeatureTable;
import org.citygis.storage.GeometryColumn;
import org.citygis.storage.TableComparison;
import org.citygis.text.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Compares two versions of a layer, as a job. */
@Component
final class Comparisons implements JobHandler {
  static final String KIND = "comparison";
  private static final int REPORT_EVERY = 500;

  private final Layers layers;
  private final Catalog catalog;
  private final TableComparison tables;
  private final Jobs jobs;

  Comparisons(Layers layers, Catalog catalog, TableComparison tables, Jobs jobs) {
    this.layers = layers;
    this.catalog = catalog;
    this.tables = tables;
    this.jobs = jobs;
  }

  /**
   * What is to be compared.
   *
   * @param key field that tells features apart, null for the declared one
   * @param classes field by whose values ground is classed, null for the first coded one
   */
  record Wanted(
      @Nullable Integer from,
      @Nullable Integer to,
      @Nullable String key,
      @Nullable String classes) {}

  Job start(User user, String layer, Wanted wanted) {
    Compared compared = compared(user, layer, wanted.from(), wanted.to());
    field(compared, "key", wanted.key());
    field(compared, "classes", wanted.classes());
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put("layer", layer);
    parameters.put("from", compared.from().number());
    parameters.put("to", compared.to().number());
    parameters.put("key", wanted.key());
    parameters.put("classes", wanted.classes());
    parameters.put("subject", layer);
    return jobs.start(user, KIND, Text.of("等待比较", "Waiting to be compared"), parameters);
  }

  /** The two versions, for somebody who may publish to the layer. */
  Compared compared(User user, String layer, @Nullable Integer from, @Nullable Integer to) {
    OpenLayer open = layers.open(user, layer, Action.PUBLISH);
    List<LayerVersion> versions = layers.versions(open);
    return new Compared(open, version(versions, "from", from), version(versions, "to", to));
  }

  private static LayerVersion version(
      List<LayerVersion> versions, String parameter, @Nullable Integer number) {
    return versions.stream()
        .filter(version -> number != null && version.number() == number)
        .findFirst()
        .orElseThrow(
            () ->
                Problem.Invalid.parameter(
                    parameter,
                    String.valueOf(number),
                    Text.same(
                        String.join(
                            ", ", versions.stream().map(it -> "" + it.number()).toList()))));
  }

  private static @Nullable Field field(Compared compared, String parameter, @Nullable String name) {
    if (name == null || name.isBlank()) {
      return null;
    }
    List<Field> fields = compared.layer().fields();
    return fields.stream()
        .filter(field -> field.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                Problem.Invalid.parameter(
                    parameter,
                    name,
                    Text.same(String.join(", ", fields.stream().map(Field::name).toList()))));
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public boolean resumable() {
    return true;
  }

  @Override
  public boolean runsAnywhere() {
    return true;
  }

  @Override
  public Map<String, Object> run(User owner, Map<String, Object> parameters, Progress progress) {
    Compared compared =
        compared(
            owner,
            String.valueOf(parameters.get("layer")),
            (Integer) parameters.get("from"),
            (Integer) parameters.get("to"));
    progress.report(0, 0, Text.of("正在比较要素", "Comparing features"));
    String key = key(compared, (String) parameters.get("key"));
    Difference.By by =
        key != null
            ? Difference.By.KEY
            : compared.shareFids(layers.versions(compared.layer()))
                ? Difference.By.FID
                : Difference.By.CONTENT;
    TableComparison.Counts counts = tables.count(compared.pair(by, key));
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("layer", compared.layer().definition().id());
    result.put("from", compared.from().number());
    result.put("to", compared.to().number());
    result.put("by", by.name().toLowerCase(Locale.ROOT));
    result.put("key", key);
    result.put("added", counts.added());
    result.put("removed", counts.removed());
    result.put("changed", counts.changed());
    result.put("unchanged", counts.unchanged());
    result.put("changed_fields", counts.changedFields());
    result.put("crs_differs", compared.crsDiffers());
    result.put("matrix", matrix(compared, (String) parameters.get("classes"), progress));
    return result;
  }

  /** A key that was named must be one; the declared one is used where it is. */
  private @Nullable String key(Compared compared, @Nullable String named) {
    boolean isNamed = named != null && !named.isBlank();
    String key = isNamed ? named : compared.layer().definition().key();
    if (key == null || compared.layer().access().hiddenFields().contains(key)) {
      return null;
    }
    boolean works =
        tables.isKey(compared.from().table(), key) && tables.isKey(compared.to().table(), key);
    if (!works && isNamed) {
      throw new Problem.Conflict(
          Text.of(
              "字段 %s 在两个版本中不是唯一且非空的，不能作为主键。".formatted(key),
              "Field %s is not filled and unique in both versions; it is no key.".formatted(key)));
    }
    return works ? key : null;
  }

  private @Nullable Map<String, Object> matrix(
      Compared compared, @Nullable String named, Progress progress) {
    Field wanted = field(compared, "classes", named);
    Field classes = wanted == null ? compared.classes() : wanted;
    FeatureTable older = compared.from().table();
    FeatureTable newer = compared.to().table();
    GeometryColumn geometry = newer.geometry();
    boolean polygons = compared.layer().definition().geometry() == GeometryKind.POLYGON;
    if (classes == null
        || geometry == null
        || older.geometry() == null
        || !polygons
        || compared.crsDiffers()) {
      return null;
    }
    Crs crs = geometry.crs();
    Text reading = Text.of("正在计算用地转移", "Computing the transfer of land");
    long[] done = {0};
    long total = compared.from().rows() + compared.to().rows();
    Transfer transfer =
        new Transfer(
            crs,
            SurveySystem.of(crs, compared.to().bbox()),
            () -> {
              if (++done[0] % REPORT_EVERY == 0) {
                progress.report(done[0], Math.max(done[0], total), reading);
              }
            });
    tables.readShapes(older, newer, classes.name(), transfer);
    transfer.finish();
    CodeList list =
        classes.codes() == null ? null : catalog.findCodeList(classes.codes()).orElse(null);
    return transfer.matrix(
        classes.name(),
        classes.codes(),
        code -> list == null ? null : list.find(code).orElse(null));
  }
}

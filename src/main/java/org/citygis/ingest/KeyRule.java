package org.citygis.ingest;

import java.util.List;
import java.util.stream.IntStream;
import org.citygis.problem.Problem;
import org.citygis.storage.FeatureLoad;
import org.citygis.storage.Takeover;
import org.citygis.text.Text;
import org.jspecify.annotations.Nullable;

/** What happens to loaded rows whose key is missing or taken, and to a file that is refused. */
final class KeyRule {
  private final LayerLoader.Plan plan;
  private final RowReading reading;
  private final RejectedRows rejected;

  KeyRule(LayerLoader.Plan plan, RowReading reading, RejectedRows rejected) {
    this.plan = plan;
    this.reading = reading;
    this.rejected = rejected;
  }

  /**
   * Looks at the keys where they matter.
   *
   * @param width how many fields the file has
   * @throws Problem.Invalid that names the first faulty rows of a file that is refused
   */
  void check(FeatureLoad load, int width) {
    FaultyRows policy = plan.treatment().faulty();
    String key = plan.joining().key();
    boolean upsert = plan.joining().mode() == Takeover.Mode.UPSERT;
    boolean refuses = policy == FaultyRows.REJECT || policy == FaultyRows.KEEP;
    if (key != null && plan.mapping().source(key) >= 0 && (upsert || policy != FaultyRows.KEEP)) {
      RejectedRows.Fate fate = refuses ? RejectedRows.Fate.REFUSED : RejectedRows.Fate.SKIPPED;
      int at = column(key);
      load.checkKeys(
          !refuses,
          row -> {
            @Nullable Object[] values = new Object[width];
            for (int i = 0; i < plan.mapping().columns().size(); i++) {
              int source = plan.mapping().sources().get(i);
              if (source >= 0) {
                values[source] = row.value(i);
              }
            }
            reading.keyFault(row.fid(), values, reason(key, row.value(at)), fate);
            return true;
          });
    }
    if (refuses && rejected.count() > 0) {
      throw refused();
    }
  }

  private int column(String key) {
    List<String> names = plan.mapping().columns().stream().map(column -> column.name()).toList();
    return IntStream.range(0, names.size())
        .filter(i -> names.get(i).equals(key))
        .findFirst()
        .orElseThrow();
  }

  private static Text reason(String key, @Nullable Object value) {
    return value == null
        ? Text.of("主键 %s 为空".formatted(key), "the key %s is empty".formatted(key))
        : Text.of(
            "主键 %s 的值“%s”已有要素使用".formatted(key, value),
            "the value '%s' of the key %s belongs to another feature".formatted(value, key));
  }

  private Problem.Invalid refused() {
    return new Problem.Invalid(
        Text.of(
            "有 %d 行有问题，文件被整体退回，没有发布任何内容。%s".formatted(rejected.count(), rejected.gist().zh()),
            "%d rows are faulty; the whole file was refused and nothing was published. %s"
                .formatted(rejected.count(), rejected.gist().en())));
  }
}

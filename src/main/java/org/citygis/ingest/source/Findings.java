package org.citygis.ingest.source;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What was found wrong with a layer: the first ones in full, all of them counted. */
public final class Findings {
  private final int cap;
  private final List<Finding> kept = new ArrayList<>();
  private final Map<Defect, Long> counts = new EnumMap<>(Defect.class);
  private @Nullable Opening opening;
  private @Nullable Consumer<Finding> listener;

  private record Opening(List<Finding> kept, Map<Defect, Long> counts) {}

  /**
   * @param cap how many findings of each kind are kept in full
   */
  public Findings(int cap) {
    this.cap = cap;
  }

  /** Tells somebody of every finding, those over the cap included; null for nobody. */
  public void tell(@Nullable Consumer<Finding> newListener) {
    listener = newListener;
  }

  public void add(Finding finding) {
    if (listener != null) {
      listener.accept(finding);
    }
    if (counts.merge(finding.defect(), 1L, Long::sum) <= cap) {
      kept.add(finding);
    }
  }

  public void add(long row, Defect defect, Object... arguments) {
    if (listener == null && counts.getOrDefault(defect, 0L) >= cap) {
      counts.merge(defect, 1L, Long::sum);
    } else {
      add(Finding.of(row, defect, arguments));
    }
  }

  /** A reading begins: what an earlier one found is forgotten, what the opening found stays. */
  public void beginReading() {
    if (opening == null) {
      opening = new Opening(List.copyOf(kept), Map.copyOf(counts));
    } else {
      kept.clear();
      kept.addAll(opening.kept);
      counts.clear();
      counts.putAll(opening.counts);
    }
  }

  /** The kept findings in the order they were found. */
  public List<Finding> list() {
    return List.copyOf(kept);
  }

  public long count() {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  public long count(Defect defect) {
    return counts.getOrDefault(defect, 0L);
  }

  public Map<Defect, Long> counts() {
    return Map.copyOf(counts);
  }

  public boolean has(Severity severity) {
    return counts.keySet().stream().anyMatch(defect -> defect.severity() == severity);
  }
}

package org.citygis.ingest.doctor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Tells of faults that were found in no order by the numbers of their rows; of more than can be
 * held at once in several such runs.
 */
final class InRowOrder {
  private static final int MOST = 100_000;

  private final Faults faults;
  private final List<Fault> held = new ArrayList<>();

  InRowOrder(Faults faults) {
    this.faults = faults;
  }

  void add(Fault fault) {
    if (held.size() == MOST) {
      tell();
    }
    held.add(fault);
  }

  /** Tells of those that are held. */
  void tell() {
    held.sort(Comparator.comparingLong(Fault::row));
    held.forEach(faults::add);
    held.clear();
  }
}

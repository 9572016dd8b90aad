package org.citygis.features.site;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.citygis.web.Deadline;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.relateng.RelateNG;
import org.locationtech.jts.operation.relateng.RelatePredicate;

/**
 * How much ground parts cover together, where what lies over one another counts once. Parcels and
 * zones hardly ever do: only the parts that overlap are united, the others are added up.
 */
final class CoveredGround {
  private static final String INTERIORS_MEET = "T********";

  private final List<Geometry> parts;

  /** By part, the one that stands for all that it overlaps, directly or through others. */
  private final int[] heaps;

  /**
   * @param parts polygons, in the order in which they are spoken of
   */
  CoveredGround(List<Geometry> parts, Deadline deadline) {
    this.parts = parts;
    this.heaps = new int[parts.size()];
    STRtree index = new STRtree();
    for (int i = 0; i < heaps.length; i++) {
      heaps[i] = i;
      index.insert(parts.get(i).getEnvelopeInternal(), i);
    }
    for (int i = 0; i < heaps.length; i++) {
      deadline.check();
      join(i, index);
    }
  }

  private void join(int part, STRtree index) {
    Envelope box = parts.get(part).getEnvelopeInternal();
    RelateNG relation = RelateNG.prepare(parts.get(part));
    for (Object found : index.query(box)) {
      int other = (Integer) found;
      if (other > part
          && box.intersection(parts.get(other).getEnvelopeInternal()).getArea() > 0
          && heap(part) != heap(other)
          && relation.evaluate(parts.get(other), RelatePredicate.matches(INTERIORS_MEET))) {
        heaps[heap(other)] = heap(part);
      }
    }
  }

  private int heap(int part) {
    int heap = part;
    while (heaps[heap] != heap) {
      heaps[heap] = heaps[heaps[heap]];
      heap = heaps[heap];
    }
    return heap;
  }

  /** The area that all parts cover, in square units of their system. */
  double area() {
    List<Integer> all = new ArrayList<>();
    for (int i = 0; i < heaps.length; i++) {
      all.add(i);
    }
    return area(all);
  }

  /** The area that some of the parts cover, by their places in the list. */
  double area(Collection<Integer> some) {
    Map<Integer, List<Geometry>> together = new HashMap<>();
    some.forEach(
        i -> together.computeIfAbsent(heap(i), heap -> new ArrayList<>()).add(parts.get(i)));
    double area = 0;
    for (List<Geometry> heap : together.values()) {
      area += heap.size() == 1 ? heap.getFirst().getArea() : Cut.union(heap).getArea();
    }
    return area;
  }
}

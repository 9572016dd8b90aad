package org.citygis.maps.label;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * Chooses which candidates stand: the best first, each in its best way that is still free.
 *
 * <p>What a picture shows depends on the labels that touch it, on the better ones that touch these,
 * and so on. These are found first; the chain is short, since each is better than the one before.
 * The same labels are found from the picture beside, so both choose alike.
 */
final class Placement {
  /** A candidate that stands, and how. */
  record Standing(Candidate candidate, Placing placing) {}

  private final double width;
  private final double height;
  private final Set<Candidate> asked = Collections.newSetFromMap(new IdentityHashMap<>());
  private double minX;
  private double minY;
  private double maxX;
  private double maxY;

  /**
   * @param width of the picture, in pixels
   */
  Placement(double width, double height) {
    this.width = width;
    this.height = height;
    maxX = width;
    maxY = height;
  }

  /**
   * The labels of the picture.
   *
   * @param candidates all that is known; those far away do not matter
   */
  List<Standing> choose(List<Candidate> candidates) {
    Grid<Candidate> all = new Grid<>();
    for (Candidate candidate : candidates) {
      for (Placing way : candidate.ways()) {
        all.add(way.boxes(), candidate);
      }
    }
    ask(candidates, all);
    List<Candidate> ranked = new ArrayList<>(asked);
    ranked.sort(Candidate.BEST_FIRST);
    Grid<Placing> taken = new Grid<>();
    List<Standing> standing = new ArrayList<>();
    for (Candidate candidate : ranked) {
      for (Placing way : candidate.ways()) {
        if (Double.isInfinite(candidate.priority()) || isFree(way, taken)) {
          taken.add(way.boxes(), way);
          standing.add(new Standing(candidate, way));
          break;
        }
      }
    }
    return standing;
  }

  /** How far beyond the picture's sides labels had to be known, in pixels; after choosing. */
  double reach() {
    return Math.max(Math.max(-minX, -minY), Math.max(maxX - width, maxY - height));
  }

  private void ask(List<Candidate> candidates, Grid<Candidate> all) {
    Deque<Candidate> open = new ArrayDeque<>();
    for (Candidate candidate : candidates) {
      boolean seen = candidate.ways().stream().anyMatch(way -> way.touches(0, 0, width, height));
      if (seen && asked.add(candidate)) {
        open.add(candidate);
      }
    }
    while (!open.isEmpty()) {
      Candidate candidate = open.remove();
      for (Placing way : candidate.ways()) {
        grow(way.boxes());
        all.near(
            way.boxes(),
            other -> {
              boolean matters =
                  Candidate.BEST_FIRST.compare(other, candidate) < 0
                      && !asked.contains(other)
                      && other.ways().stream().anyMatch(way::touches);
              if (matters) {
                asked.add(other);
                open.add(other);
              }
            });
      }
    }
  }

  private void grow(double[] boxes) {
    for (int i = 0; i < boxes.length; i += 4) {
      minX = Math.min(minX, boxes[i]);
      minY = Math.min(minY, boxes[i + 1]);
      maxX = Math.max(maxX, boxes[i + 2]);
      maxY = Math.max(maxY, boxes[i + 3]);
    }
  }

  private static boolean isFree(Placing way, Grid<Placing> taken) {
    boolean[] free = {true};
    taken.near(way.boxes(), other -> free[0] = free[0] && !way.touches(other));
    return free[0];
  }
}

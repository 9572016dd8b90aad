package org.citygis.storage;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Figures by class, as the database adds them up.
 *
 * @param by columns whose values make the classes
 * @param summed columns of numbers
 * @param measured whether areas and lengths in the plane of the table's system are added up
 * @param limit most classes that are given
 */
public record Grouping(List<String> by, List<String> summed, boolean measured, int limit) {

  /**
   * One class.
   *
   * @param keys its values, of their columns' binding classes
   * @param area in square units of the table's system, 0 where nothing is measured
   * @param length in its units
   * @param sums one per summed column
   */
  public record Group(
      List<@Nullable Object> keys, long count, double area, double length, List<Sum> sums) {}

  /**
   * Of the rows of a class that have a value.
   *
   * @param least NaN where there is none, as the greatest
   */
  public record Sum(long count, double sum, double least, double greatest) {}

  /** Takes the classes one by one. */
  @FunctionalInterface
  public interface Reader {
    void accept(Group group);
  }
}

package org.citygis.storage;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.citygis.geo.Proximity;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the closest of the rows that it is offered, with something made of each; of equally close
 * ones those with the smaller fid. A row is made something of only when it is closer than what is
 * kept, so that many may be offered.
 */
public final class ClosestRows<T> {
  /**
   * Something made of a row.
   *
   * @param rank by which the rows are ordered, such as metres
   */
  public record Close<T>(T value, long fid, double rank, Proximity proximity) {}

  /** Makes something of the row under the cursor, or null to pass it over. */
  @FunctionalInterface
  public interface Maker<T> {
    @Nullable T make(FeatureRow row) throws SQLException;

    /** Hears that something it made is not kept any more, because closer rows were offered. */
    default void forget(T made) {}
  }

  private final int count;
  private final PriorityQueue<Close<T>> farthestFirst;
  private final Comparator<Close<T>> closestFirst =
      Comparator.<Close<T>>comparingDouble(Close::rank).thenComparingLong(Close::fid);

  /**
   * @param count of rows to keep, at least 1
   */
  public ClosestRows(int count) {
    this.count = count;
    this.farthestFirst = new PriorityQueue<>(closestFirst.reversed());
  }

  /** Offers the row under the cursor by its distance. */
  public void offer(FeatureRow row, Proximity proximity, Maker<T> maker) throws SQLException {
    offer(row, proximity.metres(), proximity, maker);
  }

  /** Offers it by another measure, the smaller the closer. */
  public void offer(FeatureRow row, double rank, Proximity proximity, Maker<T> maker)
      throws SQLException {
    long fid = row.fid();
    Close<T> farthest = farthestFirst.peek();
    boolean full = farthestFirst.size() == count && farthest != null;
    if (full && (rank > farthest.rank || (rank == farthest.rank && fid > farthest.fid))) {
      return;
    }
    T value = maker.make(row);
    if (value != null) {
      if (full && farthestFirst.poll() != null) {
        maker.forget(farthest.value);
      }
      farthestFirst.add(new Close<>(value, fid, rank, proximity));
    }
  }

  /** Keeps nothing of what it was offered. */
  void abandon(Maker<T> maker) {
    farthestFirst.forEach(close -> maker.forget(close.value));
    farthestFirst.clear();
  }

  public boolean isFull() {
    return farthestFirst.size() == count;
  }

  public int size() {
    return farthestFirst.size();
  }

  /** The measure of the last of the closest, infinite while there are fewer than wanted. */
  public double farthest() {
    Close<T> farthest = farthestFirst.peek();
    return farthest == null || !isFull() ? Double.POSITIVE_INFINITY : farthest.rank;
  }

  public List<Close<T>> closestFirst() {
    List<Close<T>> all = new ArrayList<>(farthestFirst);
    all.sort(closestFirst);
    return all;
  }
}

package org.citygis.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Hands rows to a thread of its own that writes them, so that reading and writing overlap. Bounded
 * by the number of rows and of coordinates on their way.
 */
final class RowPipe<R> implements AutoCloseable {
  private static final int ROWS = 500;
  private static final int WEIGHT = 50_000;
  private static final int BATCHES = 8;

  private final BlockingQueue<List<R>> queue = new ArrayBlockingQueue<>(BATCHES);
  private final Thread writer;
  private List<R> batch = new ArrayList<>(ROWS);
  private int weight;
  private volatile boolean ended;
  private volatile @Nullable Throwable failure;

  RowPipe(String name, Consumer<R> sink) {
    this.writer = Thread.ofPlatform().name(name).start(() -> drain(sink));
  }

  /**
   * @param size how heavy the row is, such as its number of coordinates
   */
  void put(R row, int size) {
    batch.add(row);
    weight += size;
    if (batch.size() >= ROWS || weight >= WEIGHT) {
      send();
    }
  }

  /** Waits until everything is written. */
  void finish() {
    send();
    end();
    rethrow();
  }

  private void send() {
    try {
      while (!queue.offer(batch, 100, TimeUnit.MILLISECONDS)) {
        rethrow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while loading", e);
    }
    rethrow();
    batch = new ArrayList<>(ROWS);
    weight = 0;
  }

  private void drain(Consumer<R> sink) {
    try {
      while (true) {
        List<R> rows = queue.poll(50, TimeUnit.MILLISECONDS);
        if (rows != null) {
          rows.forEach(sink);
        } else if (ended && queue.isEmpty()) {
          return;
        }
      }
    } catch (InterruptedException | RuntimeException | Error e) {
      failure = e;
    }
  }

  private void rethrow() {
    Throwable thrown = failure;
    if (thrown instanceof RuntimeException problem) {
      throw problem;
    }
    if (thrown != null) {
      throw new IllegalStateException("writing failed", thrown);
    }
  }

  private void end() {
    ended = true;
    boolean interrupted = false;
    while (writer.isAlive()) {
      try {
        writer.join();
      } catch (InterruptedException e) {
        // The writer uses the table; leaving before it ends would close it under its hands.
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Ends the writer; rows that were not written yet are dropped unless {@link #finish} was called.
   */
  @Override
  public void close() {
    queue.clear();
    end();
  }
}

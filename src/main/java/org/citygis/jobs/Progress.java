package org.citygis.jobs;

import org.citygis.text.Text;

/** How running work tells how far it is, and learns that it is given up. */
public interface Progress {
  /**
   * @throws Cancelled when the work is to end
   */
  void report(long done, long total, Text message);

  /**
   * A stage of the work begins; what {@link #report} counts from here on belongs to it.
   *
   * @param index from 1
   * @param of how many stages there are
   * @throws Cancelled when the work is to end
   */
  default void stage(int index, int of, Text name) {
    report(0, 0, name);
  }

  /**
   * Keeps something beside the job's parameters. When this returns it is in the database, and a run
   * after a restart, as well as a retry, finds it among its parameters: so it tells what an earlier
   * run had got to.
   *
   * @param value fit for JSON
   * @throws Cancelled when the work is to end, or another copy of the application has taken it
   */
  default void remember(String key, Object value) {}
}

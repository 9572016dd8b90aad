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
}

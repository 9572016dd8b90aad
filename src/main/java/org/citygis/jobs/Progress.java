package org.citygis.jobs;

import org.citygis.text.Text;

/** How running work tells how far it is, and learns that it is given up. */
public interface Progress {
  /**
   * @throws Cancelled when the work is to end
   */
  void report(long done, long total, Text message);
}

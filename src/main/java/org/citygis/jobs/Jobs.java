package org.citygis.jobs;

import java.util.Map;
import org.citygis.security.User;
import org.citygis.text.Text;

/** The long work of the platform. */
public interface Jobs {
  /**
   * Queues work.
   *
   * @param kind of a {@link JobHandler}, such as {@code publication}
   * @param parameters what the handler needs to know, fit for JSON
   * @throws org.citygis.problem.Problem.Unavailable when too much is queued already
   */
  Job start(User owner, String kind, Text message, Map<String, Object> parameters);

  /**
   * A job of the user; an administrator finds every job.
   *
   * @throws org.citygis.problem.Problem.NotFound when there is none that he may see
   */
  Job get(User user, String id);

  /** Gives a job up; one that has ended stays as it is. */
  Job cancel(User user, String id);
}

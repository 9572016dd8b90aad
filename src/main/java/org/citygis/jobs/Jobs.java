package org.citygis.jobs;

import java.util.List;
import java.util.Map;
import org.citygis.security.User;
import org.citygis.text.Text;
import org.jspecify.annotations.Nullable;

/** The long work of the platform. */
public interface Jobs {
  /**
   * Queues work.
   *
   * @param kind of a {@link JobHandler}, such as {@code publication}
   * @param parameters what the handler needs to know, fit for JSON; {@code subject} among them is
   *     shown as what the job is about
   * @throws org.citygis.problem.Problem.Unavailable when too much is queued already
   */
  Job start(User owner, String kind, Text message, Map<String, Object> parameters);

  /**
   * A job of the user; an administrator finds every job.
   *
   * @throws org.citygis.problem.Problem.NotFound when there is none that he may see
   */
  Job get(User user, String id);

  /**
   * The user's jobs, newest first.
   *
   * @param all everybody's, for an administrator
   * @param before the job after which the list goes on, null for its beginning
   * @throws org.citygis.problem.Problem.Forbidden when all are asked for and that is not for him
   */
  List<Job> list(
      User user,
      boolean all,
      Job.@Nullable State state,
      @Nullable String kind,
      @Nullable String before,
      int limit);

  /** Gives a job up; one that has ended stays as it is. */
  Job cancel(User user, String id);

  /**
   * Asks for the same work again, as a new job of this user.
   *
   * @throws org.citygis.problem.Problem.Conflict when it neither failed nor was given up
   */
  Job retry(User user, String id);
}

package org.citygis.jobs;

import java.util.Map;
import org.citygis.security.User;

/**
 * Does one kind of long work. A bean; what it needs to know comes as parameters that are kept with
 * the job, so that the same work can be done again after a failure or a restart.
 */
public interface JobHandler {
  /** What its jobs are called, such as {@code publication}. */
  String kind();

  /**
   * Does the work and returns what there is to tell about it. It runs on a thread of the pool and
   * must call {@link Progress#report} often, at least every second, which ends it with {@link
   * Cancelled} when somebody gave it up. What it throws fails the job; a {@link
   * org.citygis.problem.Problem} tells the owner why.
   *
   * @param owner who asked for it
   * @param parameters as they were given, once through JSON
   */
  Map<String, Object> run(User owner, Map<String, Object> parameters, Progress progress);
}

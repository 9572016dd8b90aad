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
   * @param owner who asked for it, with the rights he has now
   * @param parameters as they were given, once through JSON; {@code subject} among them is shown as
   *     what the job is about
   */
  Map<String, Object> run(User owner, Map<String, Object> parameters, Progress progress);

  /**
   * Whether a job that a restart interrupted may simply run again from its beginning. Then {@link
   * #run} must find what an interrupted run has finished already, and not do it twice.
   */
  default boolean resumable() {
    return false;
  }

  /**
   * Whether another copy of the application can take over what a dead one left: true only where the
   * work needs nothing that lies on one copy's disk.
   */
  default boolean runsAnywhere() {
    return false;
  }

  /**
   * Undoes what an interrupted run may have left, when the job will not run again: its owner's
   * account is closed, it was given up meanwhile, or it was interrupted too often.
   *
   * @param parameters with what the run remembered
   */
  default void abandoned(Map<String, Object> parameters) {}
}

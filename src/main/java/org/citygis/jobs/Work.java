package org.citygis.jobs;

import java.util.Map;

/**
 * What a job does. It runs on a thread of the pool and must call {@link Progress#report} often, at
 * least every second, which ends it with {@link Cancelled} when somebody gave it up. What it throws
 * fails the job; a {@link org.citygis.problem.Problem} tells the owner why.
 */
@FunctionalInterface
public interface Work {
  /** Does the work and returns what there is to tell about it. */
  Map<String, Object> run(Progress progress);
}

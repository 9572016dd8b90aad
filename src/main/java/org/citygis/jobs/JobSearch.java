package org.citygis.jobs;

import org.jspecify.annotations.Nullable;

/**
 * Which jobs somebody asks for; null where it does not matter.
 *
 * @param owner whose
 * @param before the job after whose place in the list, newest first, the answer begins
 * @param limit how many at most
 */
record JobSearch(
    @Nullable String owner,
    Job.@Nullable State state,
    @Nullable String kind,
    @Nullable Job before,
    int limit) {}

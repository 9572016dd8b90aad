package org.citygis.ingest;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * What a job is to check, and how.
 *
 * @param of id of the import
 * @param dataset which layer of the import; null for all, after they were unpacked
 * @param request what the user said about it
 * @param subject names of the files, for the list of jobs
 */
record CheckWanted(
    @JsonProperty("import") String of,
    @Nullable Integer dataset,
    CheckRequests.Request request,
    @Nullable String subject) {

  CheckWanted(String of, @Nullable Integer dataset, CheckRequests.Request request) {
    this(of, dataset, request, null);
  }

  CheckWanted about(String what) {
    return new CheckWanted(of, dataset, request, what);
  }
}

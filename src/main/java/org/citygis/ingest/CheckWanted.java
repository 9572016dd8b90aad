package org.citygis.ingest;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * What a job is to check, and how; null where the file is to speak.
 *
 * @param of id of the import
 * @param dataset which layer of the import; null for all, after they were unpacked
 * @param encoding of its texts
 * @param crs its reference system
 * @param layer of the catalogue whose dictionary, code lists and key it is checked against
 * @param reference layer of the catalogue to find a shift of the places by
 * @param shift that its places have, in the user's word
 * @param subject names of the files, for the list of jobs
 */
record CheckWanted(
    @JsonProperty("import") String of,
    @Nullable Integer dataset,
    @Nullable String encoding,
    @Nullable String crs,
    @Nullable String layer,
    @Nullable String reference,
    @Nullable String shift,
    @Nullable String subject) {

  /** All layers, as the files speak. */
  static CheckWanted everything(String of, @Nullable String encoding, @Nullable String crs) {
    return new CheckWanted(of, null, encoding, crs, null, null, null, null);
  }

  CheckWanted about(String what) {
    return new CheckWanted(of, dataset, encoding, crs, layer, reference, shift, what);
  }
}

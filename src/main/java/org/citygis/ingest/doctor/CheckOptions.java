package org.citygis.ingest.doctor;

import java.nio.charset.Charset;
import org.citygis.geo.MapShift;
import org.citygis.ingest.crs.Placement;
import org.jspecify.annotations.Nullable;

/**
 * What a user says about a file, and what it is to be held against.
 *
 * @param encoding of its text, null to let the file speak
 * @param place its reference system, null likewise
 * @param target the layer that it is meant for, null for none
 * @param reference a layer that shows where things really are, null for none
 * @param shift a displacement to take back, null for none
 */
public record CheckOptions(
    @Nullable Charset encoding,
    @Nullable Placement place,
    @Nullable Target target,
    @Nullable ReferenceLayer reference,
    @Nullable MapShift shift) {
  public static final CheckOptions NONE = new CheckOptions(null, null, null, null, null);

  public CheckOptions withEncoding(@Nullable Charset value) {
    return new CheckOptions(value, place, target, reference, shift);
  }
}

package org.citygis.ingest;

import java.util.Map;
import org.citygis.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to publish of an import. Title, department, style and visibility count for a
 * new layer only; those of a layer that exists stay.
 *
 * @param dataset which layer of the upload, 0 when there is only one
 * @param encoding null for what the report says
 * @param crs null for what the report says
 * @param shift {@code gcj02} or {@code bd09} where that displacement is to be taken back
 * @param mode {@code create}, {@code append}, {@code replace} or {@code upsert}; null creates a
 *     layer that is not there and replaces one that is
 * @param key field of the layer that tells features apart, null for the declared one
 * @param faulty what becomes of faulty rows, see {@link FaultyRows}
 * @param mapping field of the file by field of the layer, null for what is found by name
 * @param codes by field of the layer: code by value of the file
 * @param profile name under which mapping and codes are kept for the department
 * @param note what the version is to say about itself
 * @param review whether the version waits to be committed
 * @param repair the same as {@code faulty=repair}
 */
record Publication(
    @Nullable Integer dataset,
    @Nullable String layer,
    @Nullable Text title,
    @Nullable String department,
    @Nullable String style,
    @Nullable String visibility,
    @Nullable String encoding,
    @Nullable String crs,
    @Nullable String shift,
    @Nullable String mode,
    @Nullable String key,
    @Nullable String faulty,
    @Nullable Map<String, @Nullable String> mapping,
    @Nullable Map<String, Map<String, String>> codes,
    @Nullable String profile,
    @Nullable String note,
    @Nullable Boolean review,
    @Nullable Boolean repair) {}

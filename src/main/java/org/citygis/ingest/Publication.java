package org.citygis.ingest;

import org.citygis.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to publish of an import. For a layer that exists already only the layer
 * counts; its title, department, style and visibility stay.
 *
 * @param dataset which layer of the upload, 0 when there is only one
 * @param encoding null for what the report says
 * @param crs null for what the report says
 * @param repair whether invalid shapes are mended
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
    @Nullable Boolean repair) {}

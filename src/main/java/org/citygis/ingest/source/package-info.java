/**
 * The door to every file format: a {@link org.citygis.ingest.source.FeatureSource} names its fields
 * and hands out features one by one, and says in {@link org.citygis.ingest.source.Findings} what is
 * wrong with the file. The only exception a reader throws is {@link
 * org.citygis.ingest.source.UnreadableFile}.
 */
@NullMarked
package org.citygis.ingest.source;

import org.jspecify.annotations.NullMarked;

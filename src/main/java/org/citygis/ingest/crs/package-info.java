/**
 * Finds the EPSG code that a file's reference system has: by its parameters, since the names that
 * programs write differ; and proposes some where a file names none.
 */
@NullMarked
package org.citygis.ingest.crs;

import org.jspecify.annotations.NullMarked;

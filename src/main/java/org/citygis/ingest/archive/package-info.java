/**
 * Takes what was uploaded apart into layers. Names inside an archive are never used as paths, sizes
 * it claims are never believed, and everything on disk lies in one private folder that disappears.
 */
@NullMarked
package org.citygis.ingest.archive;

import org.jspecify.annotations.NullMarked;

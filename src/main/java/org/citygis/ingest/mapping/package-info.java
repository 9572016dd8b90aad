/**
 * How the fields and coded values of a file meet those of a layer: found by name, chosen by the
 * user, or remembered by his department.
 */
@NullMarked
package org.citygis.ingest.mapping;

import org.jspecify.annotations.NullMarked;

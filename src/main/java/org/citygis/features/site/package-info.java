/**
 * What applies here? Everything that the departments know of a place or an area, section by
 * section, as the layers declare it: as data, as a page to print and as a PDF.
 */
@NullMarked
package org.citygis.features.site;

import org.jspecify.annotations.NullMarked;

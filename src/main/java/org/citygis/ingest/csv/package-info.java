/**
 * Reads tables of text separated by commas, semicolons, tabs or bars, with a geometry in two
 * columns of coordinates or one of well-known text, or none. A first pass over the whole file finds
 * the kinds of the columns.
 */
@NullMarked
package org.citygis.ingest.csv;

import org.jspecify.annotations.NullMarked;

/**
 * Geometries as several formats write them, well-known text and well-known binary, built only after
 * their sizes and depth were checked.
 */
@NullMarked
package org.citygis.ingest.geometry;

import org.jspecify.annotations.NullMarked;

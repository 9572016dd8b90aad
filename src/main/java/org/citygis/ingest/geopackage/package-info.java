/**
 * Reads GeoPackages (OGC 12-128), which are SQLite databases: every table of features or attributes
 * is a layer. The file is a stranger's: it is opened read-only and immutable, so that nothing
 * appears beside it, its schema is not trusted, and a query that gives nothing for some seconds is
 * stopped.
 */
@NullMarked
package org.citygis.ingest.geopackage;

import org.jspecify.annotations.NullMarked;

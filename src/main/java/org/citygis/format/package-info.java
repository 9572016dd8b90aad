/**
 * Features of a layer as a file that is written while it is sent: CSV, FlatGeobuf, GeoJSON. What
 * every such format shares is here too, for those that need a file of their own first.
 */
@ApplicationModule(
    allowedDependencies = {"text", "problem", "geo", "web :: geojson", "storage", "catalog"})
@NullMarked
package org.citygis.format;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

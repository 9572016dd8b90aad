@org.jspecify.annotations.NullMarked
package org.citygis.ingest.crs;

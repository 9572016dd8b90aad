/**
 * Reads FlatGeobuf files from end to end. The library gives the layout of the buffers; how large
 * they are, how many parts they have and how deep these lie is checked here first, because a
 * buffer's own numbers may point anywhere.
 */
@NullMarked
package org.citygis.ingest.flatgeobuf;

import org.jspecify.annotations.NullMarked;

/**
 * Files that come in pieces, over a network that breaks: each piece is confirmed once it is on the
 * disk, and what was confirmed survives the end of the process. A whole upload becomes the
 * workspace of an import by one rename.
 */
@NullMarked
package org.citygis.ingest.upload;

import org.jspecify.annotations.NullMarked;

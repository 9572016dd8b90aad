/**
 * Which encoding the text of a file is in: what the user says, else what a mark in or beside the
 * file says and its bytes bear out, else what the bytes look like. The same for every format.
 */
@NullMarked
package org.citygis.ingest.encoding;

import org.jspecify.annotations.NullMarked;

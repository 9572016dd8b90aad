/** What every format shares, and the formats that are written as they are sent. */
@NullMarked
package org.citygis.export.format;

import org.jspecify.annotations.NullMarked;

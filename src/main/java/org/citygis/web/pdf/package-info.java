/** Pages as PDF, with Chinese text on servers that have no font of their own. */
@NamedInterface("pdf")
@NullMarked
package org.citygis.web.pdf;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

/** How much of what is inside this area? */
@NullMarked
package org.citygis.features.statistics;

import org.jspecify.annotations.NullMarked;

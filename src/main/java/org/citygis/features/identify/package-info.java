/** What is at this place of the map? */
@NullMarked
package org.citygis.features.identify;

import org.jspecify.annotations.NullMarked;

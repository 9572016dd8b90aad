/** What is nearest, within a distance, along a line or inside another layer's feature. */
@NullMarked
package org.citygis.features.near;

import org.jspecify.annotations.NullMarked;

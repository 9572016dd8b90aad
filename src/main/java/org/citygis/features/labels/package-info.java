/** Features and their values in words that people read. */
@NullMarked
package org.citygis.features.labels;

import org.jspecify.annotations.NullMarked;

/**
 * Styles made from the values of a field: by the codes of a list or pack, or by classes of numbers
 * that quantiles, natural breaks, equal steps or standard deviations divide.
 */
@NullMarked
package org.citygis.style.derive;

import org.jspecify.annotations.NullMarked;

/**
 * Whether what somebody typed is a name: characters as they are written, pinyin whole or shortened
 * to initials, and both mixed; in any case, width and accent, traditional or simplified.
 *
 * <p>A name is a row of <em>symbols</em>, the code points that {@link Folding} leaves of it. What
 * was typed is cut into <em>units</em>, each of which stands for one symbol: the symbol itself, or
 * for a Chinese character a reading of it, the beginning of the reading that was typed last, or its
 * initial.
 */
@NullMarked
package org.citygis.features.places.spelling;

import org.jspecify.annotations.NullMarked;

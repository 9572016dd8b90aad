package org.citygis.features.places.spelling;

/** How well a name matches, the best first. A reading in full counts as the character itself. */
public enum Rank {
  /** What was typed is the name. */
  EXACT,
  /** The name begins so. */
  PREFIX,
  /** A word in it begins so: after a blank or a sign, or where digits or letters begin. */
  WORD,
  /** The name begins with characters that were typed by their initials. */
  INITIALS,
  /** It is somewhere in it. */
  SUBSTRING,
  /** The words that were typed are in the feature's names, each for itself. */
  WORDS
}

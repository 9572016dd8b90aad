package org.citygis.features.places.spelling;

/**
 * Where in a name the typed text was found.
 *
 * @param from the first symbol that was meant
 * @param to the symbol behind the last
 */
public record Fit(Rank rank, int from, int to) {}

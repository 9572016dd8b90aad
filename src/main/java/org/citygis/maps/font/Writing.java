package org.citygis.maps.font;

/**
 * A piece of text at its place.
 *
 * @param x of the start of its baseline, in pixels
 * @param angle by which it is turned around that point, in radians clockwise
 */
public record Writing(String text, double x, double y, double angle) {}

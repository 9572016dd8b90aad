package org.citygis.geo;

/**
 * How long a plane draws a metre of the ground around a place: between {@code least} and {@code
 * most} of its units, in any direction. Two places whose images are {@code u} units apart are
 * therefore between {@code u / most} and {@code u / least} metres apart.
 */
public record PlaneScale(double least, double most) {}

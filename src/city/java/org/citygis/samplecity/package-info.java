/**
 * The sample city of Yunchuan: a generator with a fixed seed and its writers.
 *
 * <p>A city is made in the order in which cities grow: {@link org.citygis.samplecity.Terrain}
 * (river, lakes, hills), roads traced along a field of directions, blocks as the faces between the
 * roads, land uses on the blocks, parcels, buildings, and then everything that people put into
 * them. Lengths are metres; coordinates are (east, north) of the city's centre until a writer adds
 * {@link org.citygis.samplecity.Terrain#ORIGIN_EAST} and {@link
 * org.citygis.samplecity.Terrain#ORIGIN_NORTH}.
 */
@NullMarked
package org.citygis.samplecity;

import org.jspecify.annotations.NullMarked;

package org.citygis.features.places;

import org.citygis.testing.OnH2gis;

@OnH2gis
class PlacesOnH2gisTest extends PlacesContract {}

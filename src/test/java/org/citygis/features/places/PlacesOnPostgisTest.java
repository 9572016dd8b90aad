package org.citygis.features.places;

import org.citygis.testing.OnPostgis;

@OnPostgis
class PlacesOnPostgisTest extends PlacesContract {}

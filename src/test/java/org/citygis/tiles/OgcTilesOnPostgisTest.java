package org.citygis.tiles;

import org.citygis.testing.OnPostgis;

@OnPostgis
class OgcTilesOnPostgisTest extends OgcTilesContract {}

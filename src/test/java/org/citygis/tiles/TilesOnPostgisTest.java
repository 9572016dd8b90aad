package org.citygis.tiles;

import org.citygis.testing.OnPostgis;

@OnPostgis
class TilesOnPostgisTest extends TilesContract {}

package org.citygis.tiles;

import org.citygis.testing.OnH2gis;

@OnH2gis
class TilesOnH2gisTest extends TilesContract {}

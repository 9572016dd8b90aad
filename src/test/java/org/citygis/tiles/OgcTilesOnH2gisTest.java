package org.citygis.tiles;

import org.citygis.testing.OnH2gis;

@OnH2gis
class OgcTilesOnH2gisTest extends OgcTilesContract {}

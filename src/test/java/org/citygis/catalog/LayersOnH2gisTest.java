package org.citygis.catalog;

import org.citygis.testing.OnH2gis;

@OnH2gis
class LayersOnH2gisTest extends LayersContract {}

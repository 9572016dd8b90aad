package org.citygis.maps;

import org.citygis.testing.OnH2gis;

@OnH2gis
class MapsOnH2gisTest extends MapsContract {}

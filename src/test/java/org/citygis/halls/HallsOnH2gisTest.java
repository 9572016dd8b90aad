package org.citygis.halls;

import org.citygis.testing.OnH2gis;

@OnH2gis
class HallsOnH2gisTest extends HallsContract {}

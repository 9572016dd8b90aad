package org.citygis.packed;

import org.citygis.testing.OnH2gis;

@OnH2gis
class PacksOnH2gisTest extends PacksContract {}

package org.citygis.export;

import org.citygis.testing.OnH2gis;

@OnH2gis
class ReadBackOnH2gisTest extends ReadBackContract {}

package org.citygis.storage;

import org.citygis.testing.OnH2gis;

@OnH2gis
class NearestRowsOnH2gisTest extends NearestRowsContract {}

package org.citygis.ingest;

import org.citygis.testing.OnH2gis;

@OnH2gis
class ModesOnH2gisTest extends ModesContract {}

package org.citygis.maps;

import org.citygis.testing.OnPostgis;

@OnPostgis
class MapsOnPostgisTest extends MapsContract {}

package org.citygis.halls;

import org.citygis.testing.OnPostgis;

@OnPostgis
class HallsOnPostgisTest extends HallsContract {}

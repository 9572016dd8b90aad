package org.citygis.storage;

import org.citygis.testing.OnPostgis;

@OnPostgis
class NearestRowsOnPostgisTest extends NearestRowsContract {}

package org.citygis.ingest;

import org.citygis.testing.OnPostgis;

@OnPostgis
class ModesOnPostgisTest extends ModesContract {}

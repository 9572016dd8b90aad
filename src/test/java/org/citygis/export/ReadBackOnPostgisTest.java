package org.citygis.export;

import org.citygis.testing.OnPostgis;

@OnPostgis
class ReadBackOnPostgisTest extends ReadBackContract {}

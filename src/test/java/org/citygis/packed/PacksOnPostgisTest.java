package org.citygis.packed;

import org.citygis.testing.OnPostgis;

@OnPostgis
class PacksOnPostgisTest extends PacksContract {}

package org.citygis.features.ogc;

import org.citygis.testing.OnPostgis;

@OnPostgis
class JsonFgOnPostgisTest extends JsonFgContract {}

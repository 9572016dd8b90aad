package org.citygis.catalog;

import org.citygis.testing.OnPostgis;

@OnPostgis
class LayersOnPostgisTest extends LayersContract {}

package org.citygis.features.near;

import org.citygis.testing.OnPostgis;

@OnPostgis
class NearOnPostgisTest extends NearContract {}

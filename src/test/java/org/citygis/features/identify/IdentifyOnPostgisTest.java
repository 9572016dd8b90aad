package org.citygis.features.identify;

import org.citygis.testing.OnPostgis;

@OnPostgis
class IdentifyOnPostgisTest extends IdentifyContract {}

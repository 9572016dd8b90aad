package org.citygis.versions;

import org.citygis.testing.OnPostgis;

@OnPostgis
class ComparisonOnPostgisTest extends ComparisonContract {}

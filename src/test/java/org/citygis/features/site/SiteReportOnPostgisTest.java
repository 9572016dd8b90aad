package org.citygis.features.site;

import org.citygis.testing.OnPostgis;

@OnPostgis
class SiteReportOnPostgisTest extends SiteReportContract {}

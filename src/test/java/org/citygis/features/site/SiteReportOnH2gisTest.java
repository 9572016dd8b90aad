package org.citygis.features.site;

import org.citygis.testing.OnH2gis;

@OnH2gis
class SiteReportOnH2gisTest extends SiteReportContract {}

package org.citygis.versions;

import org.citygis.testing.OnH2gis;

@OnH2gis
class ComparisonOnH2gisTest extends ComparisonContract {}

package org.citygis.features.statistics;

import org.citygis.testing.OnH2gis;

@OnH2gis
class StatisticsOnH2gisTest extends StatisticsContract {}

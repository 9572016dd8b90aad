package org.citygis.features.statistics;

import org.citygis.testing.OnPostgis;

@OnPostgis
class StatisticsOnPostgisTest extends StatisticsContract {}

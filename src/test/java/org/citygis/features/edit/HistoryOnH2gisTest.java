package org.citygis.features.edit;

import org.citygis.testing.OnH2gis;

@OnH2gis
class HistoryOnH2gisTest extends HistoryContract {}

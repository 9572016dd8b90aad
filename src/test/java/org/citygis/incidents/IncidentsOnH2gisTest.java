package org.citygis.incidents;

import org.citygis.testing.OnH2gis;

@OnH2gis
class IncidentsOnH2gisTest extends IncidentsContract {}

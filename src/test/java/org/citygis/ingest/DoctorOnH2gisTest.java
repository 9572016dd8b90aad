package org.citygis.ingest;

import org.citygis.testing.OnH2gis;

@OnH2gis
class DoctorOnH2gisTest extends DoctorContract {}

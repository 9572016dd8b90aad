package org.citygis.ingest;

import org.citygis.testing.OnH2gis;

@OnH2gis
class MappingOnH2gisTest extends MappingContract {}

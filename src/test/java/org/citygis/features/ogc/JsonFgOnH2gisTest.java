package org.citygis.features.ogc;

import org.citygis.testing.OnH2gis;

@OnH2gis
class JsonFgOnH2gisTest extends JsonFgContract {}

package org.citygis.features.near;

import org.citygis.testing.OnH2gis;

@OnH2gis
class NearOnH2gisTest extends NearContract {}

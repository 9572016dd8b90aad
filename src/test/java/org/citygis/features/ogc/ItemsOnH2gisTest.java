package org.citygis.features.ogc;

import org.citygis.testing.OnH2gis;

@OnH2gis
class ItemsOnH2gisTest extends ItemsContract {}

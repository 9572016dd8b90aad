package org.citygis.style.ogc;

import org.citygis.testing.OnH2gis;

@OnH2gis
class StylesOnH2gisTest extends StylesContract {}

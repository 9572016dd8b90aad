package org.citygis.style.ogc;

import org.citygis.testing.OnPostgis;

@OnPostgis
class StylesOnPostgisTest extends StylesContract {}

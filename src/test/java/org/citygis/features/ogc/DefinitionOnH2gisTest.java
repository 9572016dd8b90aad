package org.citygis.features.ogc;

import org.citygis.testing.OnH2gis;

@OnH2gis
class DefinitionOnH2gisTest extends DefinitionContract {}

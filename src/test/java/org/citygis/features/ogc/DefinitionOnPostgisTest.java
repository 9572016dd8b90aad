package org.citygis.features.ogc;

import org.citygis.testing.OnPostgis;

@OnPostgis
class DefinitionOnPostgisTest extends DefinitionContract {}

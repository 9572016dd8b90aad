package org.citygis.export;

import org.citygis.testing.OnH2gis;

@OnH2gis
class ExportOnH2gisTest extends ExportContract {}

package org.citygis.features.identify;

import org.citygis.testing.OnH2gis;

@OnH2gis
class IdentifyOnH2gisTest extends IdentifyContract {}

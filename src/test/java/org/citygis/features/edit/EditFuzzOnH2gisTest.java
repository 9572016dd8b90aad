package org.citygis.features.edit;

import org.citygis.testing.OnH2gis;

@OnH2gis
class EditFuzzOnH2gisTest extends EditFuzzContract {}

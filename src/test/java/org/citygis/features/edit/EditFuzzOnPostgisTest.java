package org.citygis.features.edit;

import org.citygis.testing.OnPostgis;

@OnPostgis
class EditFuzzOnPostgisTest extends EditFuzzContract {}

package org.citygis.storage;

import org.citygis.testing.OnPostgis;

@OnPostgis
class FeatureStoreOnPostgisTest extends FeatureStoreContract {}

package org.citygis.storage;

import org.citygis.testing.OnH2gis;

@OnH2gis
class FeatureStoreOnH2gisTest extends FeatureStoreContract {}

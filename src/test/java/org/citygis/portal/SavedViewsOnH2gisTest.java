package org.citygis.portal;

import org.citygis.testing.OnH2gis;

@OnH2gis
class SavedViewsOnH2gisTest extends SavedViewsContract {}

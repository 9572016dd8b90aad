package org.citygis.portal;

import org.citygis.testing.OnPostgis;

@OnPostgis
class SavedViewsOnPostgisTest extends SavedViewsContract {}

package org.citygis.security;

import org.citygis.testing.OnPostgis;

@OnPostgis
class SecurityOnPostgisTest extends SecurityContract {}

package org.citygis.security;

import org.citygis.testing.OnH2gis;

@OnH2gis
class SecurityOnH2gisTest extends SecurityContract {}

package org.citygis.audit;

import org.citygis.testing.OnH2gis;

@OnH2gis
class AuditOnH2gisTest extends AuditContract {}

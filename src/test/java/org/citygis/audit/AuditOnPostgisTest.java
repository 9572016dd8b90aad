package org.citygis.audit;

import org.citygis.testing.OnPostgis;

@OnPostgis
class AuditOnPostgisTest extends AuditContract {}

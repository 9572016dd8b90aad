package org.citygis.jobs;

import org.citygis.testing.OnPostgis;

@OnPostgis
class JobsOnPostgisTest extends JobsContract {}

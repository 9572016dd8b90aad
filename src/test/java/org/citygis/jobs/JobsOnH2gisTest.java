package org.citygis.jobs;

import org.citygis.testing.OnH2gis;

@OnH2gis
class JobsOnH2gisTest extends JobsContract {}

package org.citygis.cli;

import org.citygis.testing.OnPostgis;

@OnPostgis
class CommandLineOnPostgisTest extends CommandLineContract {}

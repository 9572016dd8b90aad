package org.citygis.cli;

import org.citygis.testing.OnH2gis;

@OnH2gis
class CommandLineOnH2gisTest extends CommandLineContract {}

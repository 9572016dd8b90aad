package org.citygis.catalog;

import java.util.List;
import java.util.Map;

/** What the files of the layers folder declare, checked; each map in its files' order. */
record Declarations(
    Map<String, Department> departments,
    Map<String, CodeList> codeLists,
    Map<String, LayerDefinition> layers,
    Map<String, List<SitePart>> siteParts) {}

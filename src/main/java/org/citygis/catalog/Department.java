package org.citygis.catalog;

import org.citygis.text.Text;

/** A department of the city that owns layers. */
public record Department(String id, Text title, Text contact, int order) {}

package org.citygis.storage;

/** An attribute column; its name is the field's name in the catalogue. */
public record Column(String name, ColumnType type) {}

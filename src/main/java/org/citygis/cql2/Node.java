package org.citygis.cql2;

/** A part of a filter: a condition, or an expression that conditions compare. */
public sealed interface Node permits Condition, Expression {}

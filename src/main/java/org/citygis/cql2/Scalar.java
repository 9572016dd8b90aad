package org.citygis.cql2;

import org.geotools.api.filter.expression.Expression;

/**
 * A value of a compiled filter.
 *
 * @param isLiteral whether it is the same for all rows
 */
record Scalar(Kind kind, Expression expression, boolean isLiteral) {}

/**
 * Changing single features: OGC API Features Part 4, and the history of each feature. An edit is
 * checked as a whole before anything is written, and everything that it writes is one transaction.
 */
@NullMarked
package org.citygis.features.edit;

import org.jspecify.annotations.NullMarked;

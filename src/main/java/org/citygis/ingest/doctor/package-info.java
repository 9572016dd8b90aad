/**
 * Examines a layer of a file in one dry run: every check is a class that looks at feature after
 * feature, notes what is wrong with single rows in the {@link org.citygis.ingest.doctor.FaultLog},
 * and holds no more than a bounded sum. What was found becomes a page, a table and a map. Needs
 * neither a server nor a database.
 */
@NamedInterface("doctor")
@NullMarked
package org.citygis.ingest.doctor;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

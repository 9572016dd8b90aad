package org.citygis.halls;

import java.time.LocalDate;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a city sets for its service halls.
 *
 * @param layer id of the layer that they are in
 * @param holidays public holidays: halls are closed unless one says otherwise for itself
 * @param workdays days of a weekend that are worked in exchange for a holiday: Monday's hours hold
 */
@ConfigurationProperties("citygis.halls")
record HallSettings(
    @DefaultValue("service_halls") String layer,
    @DefaultValue Set<LocalDate> holidays,
    @DefaultValue Set<LocalDate> workdays) {}

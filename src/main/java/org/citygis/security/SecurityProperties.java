package org.citygis.security;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What is set from outside; both from the environment.
 *
 * @param adminPassword the administrator's password; empty to make one at the first start
 * @param resetPassword the account that gets a new password, printed at this start; empty for none
 */
@ConfigurationProperties("citygis.security")
record SecurityProperties(
    @DefaultValue("") String adminPassword, @DefaultValue("") String resetPassword) {}

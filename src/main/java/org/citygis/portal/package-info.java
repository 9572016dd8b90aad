/**
 * What the portal is made of beside data: base maps that are configured, views that people saved,
 * and the map that other sites embed.
 */
@ApplicationModule(allowedDependencies = {"text", "problem", "web", "security"})
@NullMarked
package org.citygis.portal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

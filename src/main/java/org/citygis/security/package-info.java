/** Who is asking: users, roles, sign-in. */
@ApplicationModule(allowedDependencies = {"text", "problem", "web"})
@NullMarked
package org.citygis.security;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

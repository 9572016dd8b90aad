/** What single features were before they were changed, by whom and when. */
@ApplicationModule(
    allowedDependencies = {"text", "problem", "geo", "security", "storage", "catalog"})
@NullMarked
package org.citygis.history;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/** Words in the two languages of the platform. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.citygis.text;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

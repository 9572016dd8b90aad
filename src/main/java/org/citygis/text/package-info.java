/** Words and times as the people of the city write them. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.citygis.text;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

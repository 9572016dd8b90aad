/**
 * Symbols: SLD 1.0 and SE 1.1 read into one rule model, which the tiles, the browser and the images
 * of the map share. Styles come from files, which nobody changes while the application runs, and
 * from people who saved them for a layer.
 *
 * <p>Conditions and values are GeoTools filters and expressions. Sizes are in pixels of 0.28 mm, or
 * in metres on the ground. A title may be bilingual, {@code 中文 | English}. The function {@code
 * lang(name, name_en)} is the first property in Chinese and the second in English.
 */
@ApplicationModule(
    allowedDependencies = {
      "text",
      "problem",
      "geo",
      "web",
      "security",
      "audit",
      "storage",
      "catalog"
    })
@NullMarked
package org.citygis.style;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

package org.citygis.packed;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much is packed.
 *
 * @param memory the most that all packs in use may take together; a layer whose pack would be
 *     larger is read from the database
 * @param eager layers of at least so many features are packed as soon as they are published, all
 *     others when somebody first looks at them
 */
@ConfigurationProperties("citygis.packed")
record PackSettings(@DefaultValue("1GB") DataSize memory, @DefaultValue("20000") long eager) {}

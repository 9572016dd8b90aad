package org.citygis.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/**
 * Runs a Spring test on PostGIS, in a fresh database per context. The server is the one of
 * CITYGIS_TEST_DB_URL, _USER and _PASSWORD, by default citygis/citygis on this machine; where there
 * is none the test is skipped with a loud line, and fails under CI=true.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@ActiveProfiles("postgis")
@ExtendWith(PostgisRunning.class)
@ContextConfiguration(initializers = PostgisDatabase.class)
public @interface OnPostgis {}

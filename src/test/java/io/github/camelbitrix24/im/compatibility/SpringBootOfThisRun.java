package io.github.camelbitrix24.im.compatibility;

import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringBootVersion;

import static org.junit.jupiter.api.Assertions.assertEquals;

/**
 * That a run of {@code .ci/compatibility} has the Spring Boot that it says. Its name keeps it out of other runs.
 */
class SpringBootOfThisRun {

    @Test
    void springBootIsOfTheVersion() {
        assertEquals(System.getProperty("compatibility.spring-boot"), SpringBootVersion.getVersion());
    }
}

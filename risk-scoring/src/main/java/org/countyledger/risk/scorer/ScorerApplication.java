package org.countyledger.risk.scorer;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The scorer of one county: {@code --spring.config.additional-location=file:FILE} (docs/architecture/wiring.md). */
@SpringBootApplication(proxyBeanMethods = false)
@ConfigurationPropertiesScan
public class ScorerApplication {

    /** Runs until it is stopped by a signal; what is under way is stored and goes on at the next start. */
    public static void main(String[] arguments) {
        SpringApplication.run(ScorerApplication.class, arguments);
    }
}

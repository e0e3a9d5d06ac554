package org.countyledger.oracle;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** One sensor oracle: {@code --spring.config.additional-location=file:FILE} (docs/architecture/wiring.md). */
@SpringBootApplication(proxyBeanMethods = false)
@ConfigurationPropertiesScan
public class OracleApplication {

    /** Runs until it is stopped by a signal; what is under way is stored and goes on at the next start. */
    public static void main(String[] arguments) {
        SpringApplication.run(OracleApplication.class, arguments);
    }
}

package org.countyledger.oracle.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.countyledger.oracle.security.FeederResolver;
import org.countyledger.oracle.settings.OracleSettings;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerCodecConfigurer;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.reactive.result.method.annotation.ArgumentResolverConfigurer;

/** JSON without what is absent, how controllers learn who feeds, and how much of a body is ever read. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration implements WebFluxConfigurer {
    private final FeederResolver feeders;
    private final int largestBody;

    WebConfiguration(FeederResolver feeders, OracleSettings settings) {
        this.feeders = feeders;
        this.largestBody = Math.toIntExact(settings.oracle().maxFile().toBytes());
    }

    @Bean
    static JsonMapperBuilderCustomizer withoutWhatIsAbsent() {
        return builder -> builder.changeDefaultPropertyInclusion(
                inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_ABSENT));
    }

    /** The description that is kept in docs/api, under the name that every service of ours has it. */
    @Bean
    static RouterFunction<ServerResponse> description() {
        return RouterFunctions.route()
                .GET(
                        "/openapi.yaml",
                        request -> ServerResponse.ok()
                                .contentType(MediaType.APPLICATION_YAML)
                                .bodyValue(new ClassPathResource("static/oracle.yaml")))
                .build();
    }

    @Override
    public void configureArgumentResolvers(ArgumentResolverConfigurer configurer) {
        configurer.addCustomResolver(feeders);
    }

    @Override
    public void configureHttpMessageCodecs(ServerCodecConfigurer configurer) {
        configurer.defaultCodecs().maxInMemorySize(largestBody);
    }
}

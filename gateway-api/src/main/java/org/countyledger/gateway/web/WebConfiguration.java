package org.countyledger.gateway.web;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import org.countyledger.domain.record.Kind;
import org.countyledger.gateway.security.CallResolver;
import org.countyledger.gateway.security.PublicKinds;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.config.CorsRegistry;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.result.method.annotation.ArgumentResolverConfigurer;

/** JSON as the ledger writes it, who may read from other origins, and how controllers learn who calls. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration implements WebFluxConfigurer {
    private static final long PREFLIGHT_SECONDS = 3600;

    private final CallResolver calls;

    WebConfiguration(CallResolver calls) {
        this.calls = calls;
    }

    /** Records are written as they are stored: by their fields, without those that are absent. */
    @Bean
    static JsonMapperBuilderCustomizer recordsAsTheyAre() {
        return builder -> builder.changeDefaultPropertyInclusion(
                        inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_ABSENT))
                .changeDefaultVisibility(visibility -> visibility
                        .withVisibility(PropertyAccessor.GETTER, Visibility.NONE)
                        .withVisibility(PropertyAccessor.IS_GETTER, Visibility.NONE)
                        .withVisibility(PropertyAccessor.FIELD, Visibility.ANY));
    }

    @Override
    public void configureArgumentResolvers(ArgumentResolverConfigurer configurer) {
        configurer.addCustomResolver(calls);
    }

    /** What anybody may read may be read by anybody's page; nothing is ever sent along by a browser. */
    @Override
    public void addCorsMappings(CorsRegistry registry) {
        open(registry, "/");
        open(registry, "/openapi.yaml");
        open(registry, "/v1/receipts/**");
        open(registry, "/v1/public/**");
        open(registry, "/open311/**");
        open(registry, "/v1/events");
        for (Kind kind : PublicKinds.ALL) {
            open(registry, "/v1/" + kind.collection() + "/**");
        }
    }

    private static void open(CorsRegistry registry, String pattern) {
        registry.addMapping(pattern)
                .allowedOrigins("*")
                .allowedMethods("GET", "HEAD")
                .exposedHeaders("ETag", "Retry-After", "X-Request-Id")
                .maxAge(PREFLIGHT_SECONDS);
    }
}

package org.countyledger.gateway.web;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import org.countyledger.gateway.security.Call;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.providers.ObjectMapperProvider;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How the API describes itself, where it is asked to: in tests, which compare docs/api/openapi.yaml. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty("springdoc.api-docs.enabled")
class ApiDescription {
    private static final String OFFICER = "officer";
    private static final String ABOUT = "Records of every kind share one set of routes. Officers send a bearer token;"
            + " residents' commands carry signatures by keys of the record. Every refusal is a problem (RFC 9457).";

    @Bean
    OpenAPI countyApi(ObjectMapperProvider mappers) {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Call.class);
        mappers.jsonMapper().setVisibility(PropertyAccessor.IS_GETTER, Visibility.NONE);
        SecurityScheme bearer = new SecurityScheme()
                .type(SecurityScheme.Type.HTTP)
                .scheme("bearer")
                .bearerFormat("JWT");
        return new OpenAPI()
                .info(new Info().title("County Ledger gateway").version("1").description(ABOUT))
                .components(new Components().addSecuritySchemes(OFFICER, bearer))
                .servers(List.of(new Server().url("/")));
    }

    /** Every route may refuse, and a token is taken wherever records are. */
    @Bean
    OpenApiCustomizer problemsAndTokens() {
        return api -> api.getPaths().values().stream()
                .map(PathItem::readOperations)
                .flatMap(List::stream)
                .forEach(ApiDescription::complete);
    }

    private static void complete(Operation operation) {
        operation.getResponses().putIfAbsent("default", problem());
        if (operation.getTags().contains("records")) {
            operation.setSecurity(List.of(new SecurityRequirement(), new SecurityRequirement().addList(OFFICER)));
        }
    }

    private static ApiResponse problem() {
        MediaType problem = new MediaType().schema(new Schema<>().$ref("#/components/schemas/Problem"));
        return new ApiResponse()
                .description("Refused, or failed")
                .content(new Content().addMediaType("application/problem+json", problem));
    }
}

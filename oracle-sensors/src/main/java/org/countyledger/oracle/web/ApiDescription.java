package org.countyledger.oracle.web;

import io.swagger.v3.core.converter.ModelConverters;
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
import org.countyledger.oracle.problem.Problem;
import org.countyledger.oracle.security.Feeder;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How the API describes itself, where it is asked to: in tests, which compare docs/api/oracle.yaml. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty("springdoc.api-docs.enabled")
class ApiDescription {
    private static final String ABOUT =
            "Readings in, attested windows out. What devices have signed needs no token; what"
                    + " feeds and files bring is signed by the oracle's adapter and needs one. Every refusal is a problem (RFC"
                    + " 9457).";

    @Bean
    OpenAPI oracleApi() {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Feeder.class);
        SecurityScheme bearer = new SecurityScheme()
                .type(SecurityScheme.Type.HTTP)
                .scheme("bearer")
                .bearerFormat("JWT");
        return new OpenAPI()
                .info(new Info()
                        .title("County Ledger sensor oracle")
                        .version("1")
                        .description(ABOUT))
                .components(new Components().addSecuritySchemes("feeder", bearer))
                .servers(List.of(new Server().url("/")));
    }

    /** Every route may refuse. */
    @Bean
    OpenApiCustomizer problems() {
        return api -> {
            ModelConverters.getInstance(true).readAll(Problem.class).forEach(api.getComponents()::addSchemas);
            api.getPaths().values().stream()
                    .map(PathItem::readOperations)
                    .flatMap(List::stream)
                    .forEach(ApiDescription::complete);
        };
    }

    private static void complete(Operation operation) {
        operation.getResponses().putIfAbsent("default", problem());
        if (operation.getOperationId().equals("readings")) {
            operation.setSecurity(List.of(new SecurityRequirement(), new SecurityRequirement().addList("feeder")));
        }
    }

    private static ApiResponse problem() {
        MediaType problem = new MediaType().schema(new Schema<>().$ref("#/components/schemas/Problem"));
        return new ApiResponse()
                .description("Refused, or failed")
                .content(new Content().addMediaType("application/problem+json", problem));
    }
}

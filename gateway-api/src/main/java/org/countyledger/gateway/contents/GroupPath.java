package org.countyledger.gateway.contents;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The route names a private group of a record. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@Parameter(name = "collection", in = ParameterIn.PATH, required = true, schema = @Schema(type = "string"))
@Parameter(name = "id", in = ParameterIn.PATH, required = true, schema = @Schema(type = "string"))
@Parameter(
        name = "group",
        in = ParameterIn.PATH,
        required = true,
        description = "A private group of the kind's table, e.g. form",
        schema = @Schema(type = "string"))
@interface GroupPath {}

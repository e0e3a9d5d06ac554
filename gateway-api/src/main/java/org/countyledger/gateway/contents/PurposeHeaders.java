package org.countyledger.gateway.contents;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** An officer says for what the route is called. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@Parameter(
        name = Purpose.RECORD,
        in = ParameterIn.HEADER,
        description = "Officers: the live record that needs it, collection/id, or the id of one of the same kind",
        schema = @Schema(type = "string"))
@Parameter(
        name = Purpose.CODE,
        in = ParameterIn.HEADER,
        description = "Officers: a code for the reason; HANDLING if absent",
        schema = @Schema(type = "string"))
@interface PurposeHeaders {}

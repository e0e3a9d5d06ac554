package org.countyledger.gateway.stream;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The route is a stream that goes on behind the event that the client has seen last. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@Parameter(
        name = "Last-Event-ID",
        in = ParameterIn.HEADER,
        description = "block-transaction-event; without it the stream begins now",
        schema = @Schema(type = "string"))
public @interface LastEventId {}

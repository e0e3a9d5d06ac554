package org.countyledger.gateway.problem;

import org.countyledger.gateway.language.Text;

/**
 * What is wrong at one place of the request.
 *
 * @param pointer JSON pointer into the body, or the name of a header or query parameter
 */
public record FieldProblem(String pointer, Text reason) {}

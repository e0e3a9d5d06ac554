package org.countyledger.domain.engine;

import java.time.Instant;
import java.util.Optional;

/**
 * The proof that a clock was overdue, under its overlay key.
 *
 * @param declaredBy MSP id
 * @param handlingDept who should have acted
 */
public record OverdueOverlay(
        String declaredBy, Instant at, Instant dueAt, Optional<String> handlingDept, String txId) {}

package org.countyledger.gateway.records;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.countyledger.domain.lifecycle.Field;
import org.countyledger.domain.lifecycle.FieldType;
import org.countyledger.gateway.language.Text;

/**
 * An action that is open to the caller as far as state, role and separation say.
 *
 * @param role under which the caller would take it
 * @param groups private groups that the command may or must name
 * @param availableAt from when on, if time must pass first
 * @param until when the clock runs out that the action stops
 */
@Schema(name = "AllowedAction")
record AllowedResource(
        String rule,
        String action,
        Optional<String> variant,
        Text label,
        String role,
        List<FieldResource> fields,
        List<GroupResource> groups,
        Optional<Instant> availableAt,
        Optional<Instant> until) {

    /**
     * A field in clear.
     *
     * @param codes the only values that are allowed, where they are a fixed list
     */
    @Schema(name = "ActionField")
    record FieldResource(String name, boolean required, List<String> codes) {
        static FieldResource of(Field field) {
            List<String> codes = field.type() instanceof FieldType.Code code ? code.codes() : List.of();
            return new FieldResource(field.name(), field.required(), codes);
        }
    }

    /** A private group whose commitment the command names. */
    @Schema(name = "ActionGroup")
    record GroupResource(String group, boolean required) {}

    /** All actions that are open. */
    @Schema(name = "AllowedActions")
    record AllowedList(long seq, String state, List<AllowedResource> actions, AsOf asOf) {}
}

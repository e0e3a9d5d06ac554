package org.countyledger.gateway.receipts;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.countyledger.domain.record.Header;
import org.countyledger.domain.record.Kind;
import org.countyledger.domain.sharing.Access;
import org.countyledger.gateway.projection.Records.Listed;

/**
 * Who looked at a resident's private values, or tried to, newest first.
 *
 * @param asOfBlock last block that was read
 */
@Schema(name = "DataAccessList")
record DataAccess(List<Look> items, long asOfBlock) {

    /**
     * One look.
     *
     * @param accessRecord id of the record on the ledger
     * @param recordKind the record that was looked at: the receipt's, or one that it opened
     * @param outcome GIVEN or DENIED
     * @param staff pseudonymous number of the officer
     * @param recipient organisation that a copy was shown to
     * @param purposeId for the sake of which record
     */
    @Schema(name = "DataAccess")
    record Look(
            String accessRecord,
            Instant at,
            Kind recordKind,
            String group,
            String outcome,
            String department,
            String role,
            String staff,
            Optional<String> recipient,
            String purposeKind,
            String purposeId,
            Optional<String> purposeCode) {

        static Look of(Header access) {
            return new Look(
                    access.id(),
                    access.position().at(),
                    Kind.ofWireName(text(access, "recordKind")),
                    text(access, "group"),
                    text(access, Access.OUTCOME),
                    text(access, "department"),
                    text(access, "role"),
                    text(access, "staff"),
                    access.fields().text(Access.RECIPIENT),
                    text(access, "purposeKind"),
                    text(access, "purposeId"),
                    access.fields().text("purposeCode"));
        }

        private static String text(Header access, String field) {
            return access.fields().text(field).orElse("");
        }
    }

    static DataAccess of(List<Listed> records, long asOfBlock) {
        return new DataAccess(records.stream().map(Listed::header).map(Look::of).toList(), asOfBlock);
    }
}

package org.countyledger.domain.support;

import static org.countyledger.domain.lifecycle.Field.field;
import static org.countyledger.domain.lifecycle.Lifecycle.lifecycle;
import static org.countyledger.domain.lifecycle.Lifecycle.rows;
import static org.countyledger.domain.lifecycle.RowBuilder.row;

import org.countyledger.domain.actor.Role;
import org.countyledger.domain.lifecycle.FieldType;
import org.countyledger.domain.lifecycle.Guard;
import org.countyledger.domain.lifecycle.Lifecycle;
import org.countyledger.domain.lifecycle.RefusalCode;
import org.countyledger.domain.lifecycle.Situation;
import org.countyledger.domain.record.Kind;

/** Entries of the list of legal bases 法律依据. */
public final class LegalBasisTable {
    public static final Lifecycle TABLE = lifecycle(
            Kind.LEGAL_BASIS,
            LegalBasisState.class,
            "R30",
            rows(
                    row("K56")
                            .creates()
                            .action("register")
                            .to(LegalBasisState.IN_FORCE)
                            .by(Role.POLICY_OFFICER)
                            .shows(
                                    field("law", FieldType.PUBLIC_NAME),
                                    field("article", FieldType.NAME),
                                    field("effectiveFrom", FieldType.DATE),
                                    field("effectiveTo", FieldType.DATE).optional(),
                                    field("textDigest", FieldType.DIGEST))
                            .source("PIPL 13"),
                    row("K57")
                            .from(LegalBasisState.IN_FORCE)
                            .action("repeal")
                            .to(LegalBasisState.REPEALED)
                            .by(Role.POLICY_OFFICER, Role.POLICY_RATIFIER)
                            .twice()
                            .when(Guard.that(LegalBasisTable::isOtherRole, RefusalCode.SAME_ROLE))
                            .shows(field("repealingLaw", FieldType.PUBLIC_NAME), field("date", FieldType.DATE))));

    private LegalBasisTable() {}

    private static boolean isOtherRole(Situation situation) {
        return situation
                .header()
                .pending()
                .map(pending -> !pending.role().equals(situation.actor().role().name()))
                .orElse(true);
    }
}

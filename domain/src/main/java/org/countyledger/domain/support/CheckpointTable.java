package org.countyledger.domain.support;

import static org.countyledger.domain.lifecycle.Field.field;
import static org.countyledger.domain.lifecycle.Lifecycle.lifecycle;
import static org.countyledger.domain.lifecycle.Lifecycle.rows;
import static org.countyledger.domain.lifecycle.RowBuilder.row;
import static org.countyledger.domain.support.CheckpointState.PROPOSED;
import static org.countyledger.domain.support.CheckpointState.PUBLISHED;
import static org.countyledger.domain.support.CheckpointState.REJECTED;

import org.countyledger.domain.actor.Role;
import org.countyledger.domain.lifecycle.FieldType;
import org.countyledger.domain.lifecycle.Guard;
import org.countyledger.domain.lifecycle.Lifecycle;
import org.countyledger.domain.lifecycle.RefusalCode;
import org.countyledger.domain.record.Kind;

/** Daily checkpoint 检查点 over the transactions of a range of blocks, co-signed by other organisations. */
public final class CheckpointTable {
    public static final Lifecycle TABLE = lifecycle(
            Kind.CHECKPOINT,
            CheckpointState.class,
            "R30",
            rows(
                    row("K81")
                            .creates()
                            .action("propose")
                            .to(PROPOSED)
                            .byTimer()
                            .when(
                                    Checkpoints.isProposedByAudit(),
                                    Checkpoints.dayIsOver(),
                                    Checkpoints.followsTheLast())
                            .starts("COSIGN")
                            .shows(Checkpoints.TEXT)
                            .does(Checkpoints::found),
                    row("K82")
                            .from(PROPOSED)
                            .action("cosign")
                            .stays()
                            .byTimer()
                            .when(Checkpoints.byAnotherOrganisation(), Checkpoints.isRecomputedEqual())
                            .notes(Checkpoints.CLAIM)
                            .notes(field("signature", FieldType.BASE64))
                            .does(Checkpoints::cosign),
                    row("K83")
                            .from(PROPOSED)
                            .action("publish")
                            .to(PUBLISHED)
                            .byTimer()
                            .when(Checkpoints.hasEnoughCosigners())
                            .meets("COSIGN")
                            .shows(field("place", FieldType.PUBLIC_NAME))
                            .does(Checkpoints::point),
                    row("K84")
                            .from(PROPOSED)
                            .action("reject")
                            .to(REJECTED)
                            .byTimer()
                            .by(Role.AUDITOR)
                            .when(
                                    Checkpoints.byAnotherOrganisation(),
                                    Guard.that(Checkpoints.equal().not(), RefusalCode.FIGURES_EQUAL))
                            .cancels("COSIGN")
                            .opens(Kind.AUDIT_FINDING, Checkpoints::finding)
                            .notes(Checkpoints.CLAIM)));

    private CheckpointTable() {}
}

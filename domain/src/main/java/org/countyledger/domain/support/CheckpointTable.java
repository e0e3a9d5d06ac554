package org.countyledger.domain.support;

import static org.countyledger.domain.lifecycle.Lifecycle.lifecycle;
import static org.countyledger.domain.lifecycle.Lifecycle.rows;
import static org.countyledger.domain.lifecycle.RowBuilder.row;
import static org.countyledger.domain.support.CheckpointState.PROPOSED;
import static org.countyledger.domain.support.CheckpointState.PUBLISHED;
import static org.countyledger.domain.support.CheckpointState.REJECTED;

import org.countyledger.domain.actor.Role;
import org.countyledger.domain.lifecycle.Lifecycle;
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
                            .notYet(),
                    row("K82").from(PROPOSED).action("cosign").stays().byTimer().notYet(),
                    row("K83")
                            .from(PROPOSED)
                            .action("publish")
                            .to(PUBLISHED)
                            .byTimer()
                            .notYet(),
                    row("K84")
                            .from(PROPOSED)
                            .action("reject")
                            .to(REJECTED)
                            .byTimer()
                            .by(Role.AUDITOR)
                            .notYet()));

    private CheckpointTable() {}
}

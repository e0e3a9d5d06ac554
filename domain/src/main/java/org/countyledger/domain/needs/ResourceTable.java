package org.countyledger.domain.needs;

import static org.countyledger.domain.lifecycle.Lifecycle.lifecycle;
import static org.countyledger.domain.lifecycle.Lifecycle.rows;
import static org.countyledger.domain.lifecycle.RowBuilder.row;
import static org.countyledger.domain.needs.ResourceState.CLOSED;
import static org.countyledger.domain.needs.ResourceState.DRAFT;
import static org.countyledger.domain.needs.ResourceState.OPEN;
import static org.countyledger.domain.needs.ResourceState.PAUSED;

import org.countyledger.domain.actor.Role;
import org.countyledger.domain.lifecycle.Lifecycle;
import org.countyledger.domain.record.Kind;

/** Resource 服务资源: what one provider offers, where, and how much of it a day. */
public final class ResourceTable {
    public static final Lifecycle TABLE = lifecycle(
            Kind.RESOURCE,
            ResourceState.class,
            "R5",
            rows(
                    row("E31")
                            .creates()
                            .action("register")
                            .to(DRAFT)
                            .by(Role.NEEDS_OFFICER)
                            .notYet(),
                    row("E32")
                            .from(DRAFT, PAUSED)
                            .action("open")
                            .to(OPEN)
                            .by(Role.NEEDS_OFFICER)
                            .notYet(),
                    row("E33")
                            .from(OPEN)
                            .action("change")
                            .stays()
                            .by(Role.NEEDS_OFFICER, Role.PROVIDER)
                            .notYet(),
                    row("E34")
                            .from(OPEN)
                            .action("refreshScorecard")
                            .stays()
                            .byTimer()
                            .notYet(),
                    row("E35")
                            .from(OPEN)
                            .action("pause")
                            .to(PAUSED)
                            .by(Role.NEEDS_OFFICER, Role.PROVIDER)
                            .notYet(),
                    row("E36")
                            .from(DRAFT, OPEN, PAUSED)
                            .action("close")
                            .to(CLOSED)
                            .by(Role.NEEDS_OFFICER)
                            .notYet()));

    private ResourceTable() {}
}

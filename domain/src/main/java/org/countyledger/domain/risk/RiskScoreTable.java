package org.countyledger.domain.risk;

import static org.countyledger.domain.lifecycle.Lifecycle.lifecycle;
import static org.countyledger.domain.lifecycle.Lifecycle.rows;
import static org.countyledger.domain.lifecycle.RowBuilder.row;
import static org.countyledger.domain.risk.RiskScoreState.ACTED;
import static org.countyledger.domain.risk.RiskScoreState.CONTESTED;
import static org.countyledger.domain.risk.RiskScoreState.EXPIRED;
import static org.countyledger.domain.risk.RiskScoreState.ISSUED;
import static org.countyledger.domain.risk.RiskScoreState.OUTCOME_KNOWN;
import static org.countyledger.domain.risk.RiskScoreState.OVERRIDDEN;
import static org.countyledger.domain.risk.RiskScoreState.REVIEWED;
import static org.countyledger.domain.risk.RiskScoreState.VIEWED;
import static org.countyledger.domain.risk.RiskScoreState.WITHDRAWN;

import org.countyledger.domain.actor.Role;
import org.countyledger.domain.lifecycle.Lifecycle;
import org.countyledger.domain.record.KeyRole;
import org.countyledger.domain.record.Kind;

/** Risk score 风险评分 of a record, never of a person: it orders visits and work, decides nothing, and can be contested. */
public final class RiskScoreTable {
    public static final Lifecycle TABLE = lifecycle(
            Kind.RISK_SCORE,
            RiskScoreState.class,
            "R3",
            rows(
                    row("I21")
                            .creates()
                            .action("issue")
                            .to(ISSUED)
                            .by(Role.SCORING_NODE)
                            .notYet()
                            .source("PIPL 24"),
                    row("I22")
                            .from(ISSUED)
                            .action("view")
                            .to(VIEWED)
                            .by(Role.CASE_OFFICER, Role.GRID_LEAD, Role.SUPERVISOR)
                            .notYet(),
                    row("I23")
                            .from(VIEWED)
                            .action("act")
                            .to(ACTED)
                            .by(Role.CASE_OFFICER, Role.GRID_LEAD, Role.SUPERVISOR)
                            .notYet(),
                    row("I24")
                            .from(VIEWED)
                            .action("override")
                            .to(OVERRIDDEN)
                            .by(Role.CASE_OFFICER, Role.GRID_LEAD, Role.SUPERVISOR)
                            .notYet(),
                    row("I25")
                            .from(ISSUED, VIEWED, ACTED, OVERRIDDEN)
                            .action("contest")
                            .to(CONTESTED)
                            .byKey(KeyRole.HOLDER)
                            .notYet()
                            .source("PIPL 24, 48"),
                    row("I26")
                            .from(CONTESTED)
                            .action("answer:KEPT")
                            .to(REVIEWED)
                            .by(Role.CASE_OFFICER_LEAD)
                            .notYet()
                            .source("PIPL 24"),
                    row("I27")
                            .from(CONTESTED)
                            .action("answer:WITHDRAWN")
                            .to(WITHDRAWN)
                            .by(Role.CASE_OFFICER_LEAD)
                            .notYet()
                            .source("PIPL 24"),
                    row("I28")
                            .from(ACTED, OVERRIDDEN, REVIEWED, ISSUED, VIEWED)
                            .action("recordOutcome")
                            .to(OUTCOME_KNOWN)
                            .byTimer()
                            .notYet(),
                    row("I29")
                            .from(ISSUED, VIEWED, ACTED, OVERRIDDEN, REVIEWED)
                            .action("expire")
                            .to(EXPIRED)
                            .byTimer()
                            .notYet()));

    private RiskScoreTable() {}
}

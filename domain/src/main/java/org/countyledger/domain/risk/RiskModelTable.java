package org.countyledger.domain.risk;

import static org.countyledger.domain.lifecycle.Lifecycle.lifecycle;
import static org.countyledger.domain.lifecycle.Lifecycle.rows;
import static org.countyledger.domain.lifecycle.RowBuilder.row;
import static org.countyledger.domain.risk.RiskModelState.ACTIVE;
import static org.countyledger.domain.risk.RiskModelState.ADMITTED;
import static org.countyledger.domain.risk.RiskModelState.REGISTERED;
import static org.countyledger.domain.risk.RiskModelState.REJECTED;
import static org.countyledger.domain.risk.RiskModelState.RETIRED;
import static org.countyledger.domain.risk.RiskModelState.SUSPENDED;
import static org.countyledger.domain.risk.RiskModelState.VALIDATED;

import org.countyledger.domain.actor.Role;
import org.countyledger.domain.lifecycle.Lifecycle;
import org.countyledger.domain.record.Kind;

/** Risk model 风险模型: written, validated, sponsored and admitted by different hands before it may order anyone's work. */
public final class RiskModelTable {
    public static final Lifecycle TABLE = lifecycle(
            Kind.RISK_MODEL,
            RiskModelState.class,
            "R3",
            rows(
                    row("I01")
                            .creates()
                            .action("register")
                            .to(REGISTERED)
                            .by(Role.MODEL_AUTHOR)
                            .notYet()
                            .source("PIPL 55"),
                    row("I02")
                            .from(REGISTERED)
                            .action("validate")
                            .to(VALIDATED)
                            .by(Role.MODEL_VALIDATOR)
                            .notYet(),
                    row("I03")
                            .from(VALIDATED)
                            .action("sponsor")
                            .stays()
                            .by(Role.MODEL_SPONSOR)
                            .notYet(),
                    row("I04")
                            .from(VALIDATED)
                            .action("admit")
                            .to(ADMITTED)
                            .by(Role.AUDIT_LEAD)
                            .notYet(),
                    row("I05")
                            .from(ADMITTED, SUSPENDED)
                            .action("activate")
                            .to(ACTIVE)
                            .by(Role.AUDITOR)
                            .notYet(),
                    row("I06")
                            .from(ACTIVE)
                            .action("suspend")
                            .to(SUSPENDED)
                            .by(Role.AUDITOR, Role.MODEL_SPONSOR)
                            .byTimer()
                            .notYet(),
                    row("I07")
                            .from(REGISTERED, VALIDATED)
                            .action("reject")
                            .to(REJECTED)
                            .by(Role.MODEL_VALIDATOR, Role.AUDIT_LEAD)
                            .notYet(),
                    row("I08")
                            .from(ADMITTED, SUSPENDED)
                            .action("retire")
                            .to(RETIRED)
                            .by(Role.AUDIT_LEAD)
                            .byTimer()
                            .notYet()));

    private RiskModelTable() {}
}

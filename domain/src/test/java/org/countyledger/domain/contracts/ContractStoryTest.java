package org.countyledger.domain.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.countyledger.domain.testing.Officers.CIVIL_AFFAIRS;
import static org.countyledger.domain.testing.Officers.CONDUIT;
import static org.countyledger.domain.testing.Officers.FINANCE_OFFICER;
import static org.countyledger.domain.testing.Officers.TIMER;
import static org.countyledger.domain.testing.Officers.at;
import static org.countyledger.domain.testing.Officers.officer;
import static org.countyledger.domain.testing.Officers.timerOf;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.countyledger.domain.actor.Actor;
import org.countyledger.domain.actor.Role;
import org.countyledger.domain.lifecycle.RefusalCode;
import org.countyledger.domain.record.Header;
import org.countyledger.domain.record.KeyRole;
import org.countyledger.domain.record.Kind;
import org.countyledger.domain.testing.Act;
import org.countyledger.domain.testing.Officers;
import org.countyledger.domain.testing.ResidentKey;
import org.countyledger.domain.testing.Target;
import org.countyledger.domain.testing.TestCounty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A contract, an appointment under it, and a month that is paid by its figures. */
class ContractStoryTest {
    private static final Actor MANAGER = officer(Role.CONTRACT_MANAGER, 1);
    private static final Actor SECOND_MANAGER = officer(Role.CONTRACT_MANAGER, 2);
    private static final Actor PROVIDER = at(CIVIL_AFFAIRS, "provider-U-01", officer(Role.PROVIDER, 1));
    private static final ResidentKey RESIDENT = ResidentKey.of("patient");

    private final TestCounty county = TestCounty.legal();
    private final Target contract = county.newRecord(Kind.PPP_CONTRACT);
    private final Target report = new Target(Kind.PERFORMANCE_REPORT, contract.id() + ":2026-03");

    @BeforeEach
    void bothSidesSignTheSameText() {
        county.by(Officers.POLICY_OFFICER, new Target(Kind.ORG_UNIT, "U-01"))
                .does("register")
                .with("code", "U-01")
                .with("town", Officers.TOWN)
                .with("names", List.of("Clinic"))
                .with("publicPhone", "0571-00000000")
                .with("complaintPhone", "0571-00000000")
                .accepted();
        county.by(MANAGER, contract)
                .does("draft")
                .with("procurementRef", "P-1")
                .with("provider", "U-01")
                .with("serviceCode", "CLINIC")
                .with("from", "2026-03-01")
                .with("to", "2026-12-31")
                .with("feeFen", 999_999)
                .with("kpiVersion", 1)
                .staging("text")
                .accepted();
        String text = county.header(contract).group("text").orElseThrow().commitment();
        county.by(PROVIDER, contract)
                .does("signProvider")
                .with("textCommitment", "e".repeat(64))
                .refusedAs(RefusalCode.TEXT_DIFFERS);
        county.by(PROVIDER, contract)
                .does("signProvider")
                .with("textCommitment", text)
                .accepted();
        county.by(MANAGER, contract)
                .does("signDepartment")
                .with("textCommitment", text)
                .refusedAs(RefusalCode.SEPARATION_OF_DUTY);
        county.by(SECOND_MANAGER, contract)
                .does("signDepartment")
                .with("textCommitment", text)
                .accepted();
        county.by(TIMER, contract).does("activate").accepted();
    }

    @Test
    void departmentAndProviderChangeTheFeeTogetherFromTheNextMonth() {
        Act amending = amending(MANAGER, "2026-03");
        amending.refusedAs(RefusalCode.FIELD_INVALID);
        amending(MANAGER, "2026-04").accepted();
        amending(SECOND_MANAGER, "2026-04").refusedAs(RefusalCode.SAME_ROLE);
        amending(PROVIDER, "2026-04").accepted();
        Header header = county.header(contract);
        assertThat(Contracts.terms(header, java.time.YearMonth.of(2026, 3)).integer("feeFen"))
                .contains(999_999L);
        assertThat(Contracts.terms(header, java.time.YearMonth.of(2026, 4)).integer("feeFen"))
                .contains(1_000L);
    }

    private Act amending(Actor actor, String month) {
        return county.by(actor, contract)
                .does("amend")
                .with("fromMonth", month)
                .with("feeFen", 1_000)
                .staging("text");
    }

    @Test
    void anAppointmentIsKeptWithinHalfAnHour() {
        Target visit = county.newRecord(Kind.APPOINTMENT);
        county.by(CONDUIT, visit)
                .signedBy(KeyRole.HOLDER, RESIDENT)
                .does("book")
                .with("contract", contract.id())
                .with("serviceGroup", "CLINIC")
                .with("slotHour", "2026-03-03T02:00:00Z")
                .with("custody", "SELF_HELD")
                .with("key", RESIDENT.spki())
                .staging("detail")
                .accepted();
        county.by(PROVIDER, visit).does("confirm").staging("place").accepted();
        county.by(PROVIDER, visit).does("checkIn").refusedAs(RefusalCode.SLOT_TIME);
        county.at("2026-03-03T02:30:00Z");
        county.by(PROVIDER, visit).does("checkIn").accepted();
        county.by(TIMER, visit).does("noShowProvider").accepted();
        assertThat(county.header(visit).state()).isEqualTo("NO_SHOW_PROVIDER");
    }

    private Act recomputing(Actor actor, String words, long completion) {
        return county.by(actor, report)
                .does(words)
                .with("recomputed", Map.of("completionPermille", completion))
                .with("fromBlock", 1)
                .with("toBlock", 9);
    }

    @Test
    void aMonthIsPaidByFiguresThatTwoOrganisationsComputed() {
        Act submitting = county.by(PROVIDER, report)
                .does("submit")
                .with("contract", contract.id())
                .with("month", "2026-03")
                .with("figures", Map.of("completionPermille", 1000))
                .staging("attachment");
        submitting.refusedAs(RefusalCode.MONTH_NOT_OVER);
        county.at(Instant.parse("2026-04-07T01:00:00Z"));
        county.by(PROVIDER, report)
                .does("submit")
                .with("contract", contract.id())
                .with("month", "2026-03")
                .with("figures", Map.of("completionPermille", 1000))
                .staging("attachment")
                .accepted();
        recomputing(TIMER, "recompute", 899).accepted();
        recomputing(TIMER, "recompute:EQUAL", 899).refusedAs(RefusalCode.SAME_ORGANISATION);
        recomputing(timerOf(Officers.AUDIT), "recompute:EQUAL", 900).refusedAs(RefusalCode.FIGURES_DIFFER);
        assertThat(recomputing(timerOf(Officers.AUDIT), "recompute:DIFFERENT", 900)
                        .accepted()
                        .changes())
                .hasSize(2);
        recomputing(TIMER, "recompute", 899).accepted();
        recomputing(timerOf(Officers.AUDIT), "recompute:EQUAL", 899).accepted();
        county.by(MANAGER, report).does("accept").accepted();
        settling(999_999, 0).refusedAs(RefusalCode.FIGURES_DIFFER);
        Header payment = settling(949_999, 50).accepted().changes().getLast().header();
        assertThat(payment.kind()).isEqualTo(Kind.DISBURSEMENT);
        assertThat(payment.fields().text("programme")).contains("CONTRACT");
    }

    private Act settling(long payable, long deduction) {
        return county.by(FINANCE_OFFICER, report)
                .does("settle")
                .with("payableFen", payable)
                .with("deductionPermille", deduction);
    }
}

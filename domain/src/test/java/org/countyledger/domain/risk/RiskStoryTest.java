package org.countyledger.domain.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.countyledger.domain.testing.Officers.CIVIL_AFFAIRS;
import static org.countyledger.domain.testing.Officers.CONDUIT;
import static org.countyledger.domain.testing.Officers.GOVERNANCE;
import static org.countyledger.domain.testing.Officers.TOWN;
import static org.countyledger.domain.testing.Officers.at;
import static org.countyledger.domain.testing.Officers.officer;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.countyledger.domain.actor.Actor;
import org.countyledger.domain.actor.Role;
import org.countyledger.domain.contract.ReadingRequest;
import org.countyledger.domain.lifecycle.Moment;
import org.countyledger.domain.lifecycle.RefusalCode;
import org.countyledger.domain.record.Clock;
import org.countyledger.domain.record.CommandSignature;
import org.countyledger.domain.record.Header;
import org.countyledger.domain.record.KeyRole;
import org.countyledger.domain.record.Kind;
import org.countyledger.domain.sharing.Reading;
import org.countyledger.domain.testing.Act;
import org.countyledger.domain.testing.ResidentKey;
import org.countyledger.domain.testing.Target;
import org.countyledger.domain.testing.TestCounty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A model that others than its author let into use, the scores it gives, and who may end both. */
class RiskStoryTest {
    private static final Actor AUTHOR = officer(Role.MODEL_AUTHOR, 1);
    private static final Actor VALIDATOR = officer(Role.MODEL_VALIDATOR, 1);
    private static final Actor AUDIT_LEAD = officer(Role.AUDIT_LEAD, 1);
    private static final Actor AUDITOR = officer(Role.AUDITOR, 1);
    private static final Actor NODE = at(GOVERNANCE, "petitions", officer(Role.SCORING_NODE, 1));
    private static final ResidentKey RESIDENT = ResidentKey.of("resident with a grievance");
    private static final String PURPOSE = "ESCALATED";

    private final TestCounty county = TestCounty.legal();
    private final Target model = county.newRecord(Kind.RISK_MODEL);
    private final Target grievance = county.newRecord(Kind.GRIEVANCE);
    private final Target score = county.newRecord(Kind.RISK_SCORE);

    private static String digest(int n) {
        return "%064x".formatted(n);
    }

    private Act byResident(Target target) {
        return county.by(CONDUIT, target).signedBy(KeyRole.HOLDER, RESIDENT);
    }

    @BeforeEach
    void aModelIsAdmittedAndAGrievanceIsRegistered() {
        register(model);
        validating(model, digest(1)).accepted();
        sponsoring(1, CIVIL_AFFAIRS, "civil-affairs").accepted();
        county.by(AUDIT_LEAD, model).does("admit").refusedAs(RefusalCode.CONSENT_MISSING);
        sponsoring(2, GOVERNANCE, "petitions").accepted();
        county.by(AUDIT_LEAD, model).does("admit").accepted();
        byResident(grievance)
                .does("register")
                .with("category", "COMPLAINT")
                .with("town", TOWN)
                .with("mode", "ANONYMOUS")
                .with("urgent", false)
                .with("custody", "SELF_HELD")
                .with("key", RESIDENT.spki())
                .staging("text")
                .accepted();
    }

    private void register(Target target) {
        county.by(AUTHOR, target)
                .does("register")
                .with("purpose", PURPOSE)
                .with("canonicalDigest", digest(1))
                .with("fileDigest", digest(2))
                .with("trainingDigest", digest(3))
                .with("schemaDigest", digest(4))
                .with("calibratorDigest", digest(5))
                .with("impactAssessmentDigest", digest(6))
                .with("commit", "0123abc")
                .with("metricsDigest", digest(7))
                .with("slicesDigest", digest(8))
                .with("thresholdMicro", 500_000)
                .with("intendedUse", "ORDER_VISITS")
                .with("forbiddenUse", List.of("JUDGE_PERSONS"))
                .accepted();
    }

    private Act validating(Target target, String canonicalDigest) {
        return county.by(VALIDATOR, target)
                .does("validate")
                .with("canonicalDigest", canonicalDigest)
                .with("metricsDigest", digest(7))
                .with("reportDigest", digest(9));
    }

    private Act sponsoring(int n, String organization, String department) {
        return county.by(at(organization, department, officer(Role.MODEL_SPONSOR, n)), model)
                .does("sponsor");
    }

    private void activate() {
        county.by(AUDITOR, model).does("activate").accepted();
    }

    private Act issuing(Target what, int seq) {
        return county.by(NODE, what)
                .does("issue")
                .with("purpose", PURPOSE)
                .with("recordKind", "Grievance")
                .with("recordId", grievance.id())
                .with("recordSeq", seq)
                .with("model", model.id())
                .with("modelDigest", digest(1))
                .with("calibratorDigest", digest(5))
                .with("schemaDigest", digest(4))
                .with("attestation", "A".repeat(86) + "==")
                .staging("score");
    }

    /** A score puts work in order; nothing rests on it. */
    @Test
    void noRowTakesAScoreForAReasonAnEvidenceOrALink() {
        Actor registrar = officer(Role.PETITION_REGISTRAR, 3);
        county.by(registrar, grievance).does("merge").with("master", score.id()).refusedAs(RefusalCode.LINK_INVALID);
        refusing(registrar, score.id()).with("same", score.id()).refusedAs(RefusalCode.FIELD_INVALID);
        refusing(registrar, "HIGH_SCORE").with("same", score.id()).refusedAs(RefusalCode.LINK_INVALID);
        refusing(registrar, "HIGH_SCORE")
                .with("same", grievance.id())
                .with("evidence", List.of(Map.of("evidenceCode", "OTHER", "commitment", score.id())))
                .refusedAs(RefusalCode.FIELD_INVALID);
        refusing(registrar, "HIGH_SCORE")
                .with("same", grievance.id())
                .with("evidence", List.of(Map.of("evidenceCode", "RISK_SCORE", "commitment", digest(1))))
                .refusedAs(RefusalCode.FIELD_INVALID);
    }

    private Act refusing(Actor registrar, String reason) {
        return county.by(registrar, grievance)
                .does("refuseRepeat")
                .with("reasonCode", reason)
                .with("remedyId", "remedy-none")
                .staging("letter");
    }

    @Test
    void whoGetsAnotherModelByRetrainingDoesNotValidateThisOne() {
        Target other = county.newRecord(Kind.RISK_MODEL);
        register(other);
        validating(other, digest(2)).refusedAs(RefusalCode.FIGURES_DIFFER);
        validating(other, digest(1)).accepted();
    }

    @Test
    void nothingIsScoredByAModelThatIsNotInUse() {
        issuing(score, 1).refusedAs(RefusalCode.MODEL_NOT_ACTIVE);
        activate();
        issuing(score, 1).with("calibratorDigest", digest(6)).refusedAs(RefusalCode.MODEL_NOT_ACTIVE);
        issuing(score, 1).uncommit("score").refusedAs(RefusalCode.COMMITMENT_MISSING);
        issuing(score, 1).accepted();
        assertThat(county.header(score).groups()).containsKey("score");
        assertThat(county.header(score).handling())
                .isEqualTo(county.header(grievance).handling());
    }

    @Test
    void aScoreSupersedesOnlyAnEarlierOneOfTheSameRecord() {
        activate();
        issuing(score, 1).accepted();
        Target next = county.newRecord(Kind.RISK_SCORE);
        issuing(next, 1).with("supersedes", score.id()).refusedAs(RefusalCode.LINK_INVALID);
        issuing(next, 2).with("supersedes", next.id()).refusedAs(RefusalCode.LINK_INVALID);
        issuing(next, 2).with("supersedes", score.id()).accepted();
    }

    @Test
    void anObjectionIsReviewedByAPersonWithinTenWorkingDays() {
        activate();
        issuing(score, 1).accepted();
        byResident(score).does("contest").staging("reason").accepted();
        Clock contest = county.header(score).clock("CONTEST").orElseThrow();
        assertThat(LocalDate.ofInstant(contest.dueAt().minusSeconds(1), ZoneId.of("Asia/Shanghai")))
                .isEqualTo("2026-03-16");
        county.by(NODE, score).does("answer:KEPT").staging("explanation").refusedAs(RefusalCode.ROLE_NOT_ALLOWED);
        Actor lead = at(GOVERNANCE, "petitions", officer(Role.CASE_OFFICER_LEAD, 1));
        county.by(lead, score).does("answer:KEPT").refusedAs(RefusalCode.COMMITMENT_MISSING);
        county.by(lead, score).does("answer:KEPT").staging("explanation").accepted();
        assertThat(county.header(score).state()).isEqualTo("REVIEWED");
    }

    @Test
    void whoMayObjectToAScoreMaySeeItAndNobodyElsesKeyOpensIt() {
        activate();
        issuing(score, 1).accepted();
        assertThat(readBy(RESIDENT, "score")).isInstanceOf(Reading.Verdict.Given.class);
        assertThat(readBy(ResidentKey.of("somebody else"), "score")).isInstanceOf(Reading.Verdict.Refused.class);
    }

    private Reading.Verdict readBy(ResidentKey key, String group) {
        ReadingRequest unsigned = new ReadingRequest(
                score.kind(),
                score.id(),
                group,
                Optional.empty(),
                county.now().plus(Duration.ofMinutes(1)),
                Optional.empty());
        byte[] bytes = unsigned.signedBytes(TestCounty.CHANNEL, TestCounty.CHAINCODE);
        ReadingRequest request = unsigned.signedWith(new CommandSignature(KeyRole.HOLDER, key.spki(), key.sign(bytes)));
        Moment moment = new Moment(county.now(), "tx", TestCounty.CHANNEL, TestCounty.CHAINCODE);
        return new Reading(request, moment, county.now(), county.ledger()).decide(CONDUIT);
    }

    @Test
    void whatBecameOfARecordIsToldOnceItHasEnded() {
        activate();
        issuing(score, 1).accepted();
        Act telling = county.by(NODE, score).does("recordOutcome").with("cameTrue", false);
        telling.refusedAs(RefusalCode.LINK_INVALID);
        byResident(grievance).does("withdraw").accepted();
        telling.accepted();
        assertThat(county.header(score).state()).isEqualTo("OUTCOME_KNOWN");
    }

    @Test
    void driftBeyondTheThresholdSuspendsTheModelAndOpensAFinding() {
        activate();
        reporting(250).refusedAs(RefusalCode.NOT_DRIFTED);
        Header finding = reporting(251).accepted().changes().getLast().header();
        assertThat(county.header(model).state()).isEqualTo("SUSPENDED");
        assertThat(finding.kind()).isEqualTo(Kind.AUDIT_FINDING);
        assertThat(finding.fields().text("brokenRule")).contains("MODEL_DRIFT");
        issuing(score, 1).refusedAs(RefusalCode.MODEL_NOT_ACTIVE);
        activate();
        issuing(score, 1).accepted();
    }

    private Act reporting(int psiPermille) {
        return county.by(NODE, model)
                .does("reportDrift")
                .with("reasonCode", "DRIFT")
                .with("psiPermille", psiPermille)
                .with("driftOf", "score")
                .with("driftWeek", "2026-02-23");
    }
}

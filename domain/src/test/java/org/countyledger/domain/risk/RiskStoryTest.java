package org.countyledger.domain.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.countyledger.domain.testing.Officers.AUDIT;
import static org.countyledger.domain.testing.Officers.CIVIL_AFFAIRS;
import static org.countyledger.domain.testing.Officers.CONDUIT;
import static org.countyledger.domain.testing.Officers.GOVERNANCE;
import static org.countyledger.domain.testing.Officers.TOWN;
import static org.countyledger.domain.testing.Officers.at;
import static org.countyledger.domain.testing.Officers.officer;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.countyledger.domain.actor.Actor;
import org.countyledger.domain.actor.Role;
import org.countyledger.domain.contract.ListReadingRequest;
import org.countyledger.domain.contract.ReadingRequest;
import org.countyledger.domain.contract.ScoreStatement;
import org.countyledger.domain.lifecycle.Moment;
import org.countyledger.domain.lifecycle.RefusalCode;
import org.countyledger.domain.record.Clock;
import org.countyledger.domain.record.Command;
import org.countyledger.domain.record.CommandSignature;
import org.countyledger.domain.record.Header;
import org.countyledger.domain.record.KeyRole;
import org.countyledger.domain.record.Kind;
import org.countyledger.domain.sharing.ListReading;
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
    private static final Actor SUPERVISOR = officer(Role.SUPERVISOR, 1);
    private static final Actor AUDITOR = officer(Role.AUDITOR, 1);
    private static final ResidentKey NODE_KEY = ResidentKey.of("scoring node");
    private static final Actor NODE =
            at(GOVERNANCE, "petitions", officer(Role.SCORING_NODE, 1)).signingWith(NODE_KEY.spki());
    private static final Actor WATCHER =
            at(AUDIT, "audit", officer(Role.SCORING_NODE, 1)).signingWith(NODE_KEY.spki());
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
        return issuing(what, seq, digest(5));
    }

    private Act issuing(Target what, int seq, String calibratorDigest) {
        Act act = county.by(NODE, what)
                .does("issue")
                .with("purpose", PURPOSE)
                .with("recordKind", "Grievance")
                .with("recordId", grievance.id())
                .with("recordSeq", seq)
                .with("model", model.id())
                .with("modelDigest", digest(1))
                .with("calibratorDigest", calibratorDigest)
                .with("schemaDigest", digest(4))
                .staging("score");
        Command unsigned = act.command();
        String commitment = Objects.requireNonNull(unsigned.commitments().get("score"));
        byte[] statement = ScoreStatement.of(unsigned.clear(), commitment).signedBytes();
        return act.with("attestation", NODE_KEY.sign(statement));
    }

    @Test
    void aScoreThatItsNodeDidNotSignIsNotWritten() {
        activate();
        Command honest = issuing(score, 1).command();
        Object attestation = honest.clear().text("attestation").orElseThrow();
        issuing(score, 2).with("attestation", attestation).refusedAs(RefusalCode.SIGNATURE_INVALID);
        issuing(score, 1).commit("score", digest(77)).refusedAs(RefusalCode.SIGNATURE_INVALID);
        Actor other = NODE.signingWith(ResidentKey.of("another node").spki());
        county.by(other, score)
                .does("issue")
                .with(honest.clear())
                .staging("score")
                .refusedAs(RefusalCode.SIGNATURE_INVALID);
        issuing(score, 1).accepted();
        assertThat(county.header(score).fields().text("attester")).contains(NODE_KEY.spki());
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
        issuing(score, 1, digest(6)).refusedAs(RefusalCode.MODEL_NOT_ACTIVE);
        issuing(score, 1).uncommit("score").refusedAs(RefusalCode.SIGNATURE_INVALID);
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

    private Target looking(Actor officer, Target... scores) {
        Target access = county.newRecord(Kind.ACCESS_RECORD);
        county.by(officer, access)
                .does("recordList")
                .with("recordKind", Kind.RISK_SCORE.wireName())
                .with("recordIds", Arrays.stream(scores).map(Target::id).toList())
                .with("group", "score")
                .with("purposeCode", "INBOX")
                .accepted();
        return access;
    }

    private ListReading.Verdict readList(Actor officer, Target access, Target... scores) {
        ListReadingRequest request = new ListReadingRequest(
                Kind.RISK_SCORE,
                Arrays.stream(scores).map(Target::id).toList(),
                "score",
                access.id(),
                county.now().plus(Duration.ofMinutes(1)));
        return new ListReading(request, county.now(), county.ledger()).decide(officer);
    }

    private static void assertSees(ListReading.Verdict verdict, Target... scores) {
        assertThat(verdict)
                .isInstanceOfSatisfying(
                        ListReading.Verdict.Given.class,
                        given -> assertThat(given.groups())
                                .containsOnlyKeys(
                                        Arrays.stream(scores).map(Target::id).toList()));
    }

    @Test
    void bandsOfAnInboxAreReadUnderOneTraceThatNamesThemAll() {
        activate();
        Target next = county.newRecord(Kind.RISK_SCORE);
        issuing(score, 1).accepted();
        issuing(next, 2).with("supersedes", score.id()).accepted();
        Target access = looking(SUPERVISOR, score, next);
        assertSees(readList(SUPERVISOR, access, score, next), score, next);
        assertThat(county.header(access).links()).extracting(Header.Link::id).contains(score.id(), next.id());
        assertThat(readList(officer(Role.SUPERVISOR, 2), access, score))
                .isInstanceOf(ListReading.Verdict.Refused.class);
        assertThat(readList(SUPERVISOR, looking(SUPERVISOR, next), score))
                .isInstanceOf(ListReading.Verdict.Refused.class);
        county.pass(Duration.ofSeconds(61));
        assertThat(readList(SUPERVISOR, access, score)).isInstanceOf(ListReading.Verdict.Refused.class);
    }

    @Test
    void whoMayNotSeeBandsSeesNoneAndHisTryIsOnRecord() {
        activate();
        issuing(score, 1).accepted();
        Actor lead = at(GOVERNANCE, "petitions", officer(Role.CASE_OFFICER_LEAD, 1));
        Actor otherDepartment = at(GOVERNANCE, "public-security", officer(Role.CASE_OFFICER, 1));
        for (Actor officer : List.of(officer(Role.PETITION_REGISTRAR, 1), lead, otherDepartment, AUDITOR)) {
            Target access = looking(officer, score);
            assertThat(county.header(access).fields().text("outcome")).contains("DENIED");
            assertSees(readList(officer, access, score));
        }
    }

    @Test
    void noOtherPrivateGroupIsReadByTheList() {
        Target access = county.newRecord(Kind.ACCESS_RECORD);
        county.by(SUPERVISOR, access)
                .does("recordList")
                .with("recordKind", Kind.GRIEVANCE.wireName())
                .with("recordIds", List.of(grievance.id()))
                .with("group", "text")
                .with("purposeCode", "INBOX")
                .accepted();
        assertThat(county.header(access).fields().text("outcome")).contains("DENIED");
    }

    @Test
    void whoViewedAScoreDoesNotJudgeAnObjectionToIt() {
        activate();
        issuing(score, 1).accepted();
        Target denied = looking(officer(Role.PETITION_REGISTRAR, 1), score);
        Actor viewing = officer(Role.GRID_LEAD, 1);
        county.by(viewing, score)
                .does("view")
                .with("accessRecord", denied.id())
                .refusedAs(RefusalCode.ACCESS_RECORD_MISSING);
        Target access = looking(viewing, score);
        county.by(viewing, score).does("view").with("accessRecord", access.id()).accepted();
        byResident(score).does("contest").staging("reason").accepted();
        Actor lead = at(GOVERNANCE, "petitions", officer(Role.CASE_OFFICER_LEAD, 1));
        Actor viewer = new Actor(
                GOVERNANCE,
                Role.CASE_OFFICER_LEAD,
                lead.department(),
                viewing.staff(),
                Optional.empty(),
                Optional.empty());
        county.by(viewer, score).does("answer:KEPT").staging("explanation").refusedAs(RefusalCode.SEPARATION_OF_DUTY);
        county.by(lead, score)
                .does("answer:WITHDRAWN")
                .with("reasonCode", "WRONG_INPUT")
                .staging("explanation")
                .accepted();
        county.by(AUDITOR, model)
                .does("suspend")
                .with("reasonCode", "OBJECTION_UPHELD")
                .accepted();
        assertThat(county.header(model).state()).isEqualTo("SUSPENDED");
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
    void driftThatTwoOrganisationsReportSuspendsTheModelAndTheFirstWordOpensAFinding() {
        activate();
        reporting(NODE, 250).refusedAs(RefusalCode.NOT_DRIFTED);
        Header finding = reporting(NODE, 251).accepted().changes().getLast().header();
        assertThat(finding.kind()).isEqualTo(Kind.AUDIT_FINDING);
        assertThat(finding.fields().text("brokenRule")).contains("MODEL_DRIFT");
        assertThat(county.header(model).state()).isEqualTo("ACTIVE");
        reporting(NODE, 400).refusedAs(RefusalCode.ALREADY_DONE);
        reporting(WATCHER, 400).with("driftWeek", "2026-03-02").accepted();
        assertThat(county.header(model).state()).isEqualTo("ACTIVE");
        reporting(NODE, 251).with("driftWeek", "2026-03-02").accepted();
        assertThat(county.header(model).state()).isEqualTo("SUSPENDED");
        issuing(score, 1).refusedAs(RefusalCode.MODEL_NOT_ACTIVE);
        activate();
        issuing(score, 1).accepted();
    }

    @Test
    void theNodeThatWatchesMakesNoScores() {
        activate();
        Command honest = issuing(score, 1).command();
        county.by(WATCHER, score)
                .does("issue")
                .with(honest.clear())
                .staging("score")
                .refusedAs(RefusalCode.WRONG_DEPARTMENT);
    }

    private Act reporting(Actor node, int psiPermille) {
        return county.by(node, model)
                .does("reportDrift")
                .with("reasonCode", "DRIFT")
                .with("psiPermille", psiPermille)
                .with("driftOf", "score")
                .with("driftWeek", "2026-02-23");
    }
}

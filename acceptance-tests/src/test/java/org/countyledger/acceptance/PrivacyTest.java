package org.countyledger.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.countyledger.acceptance.testing.Api;
import org.countyledger.acceptance.testing.Canaries;
import org.countyledger.acceptance.testing.Case;
import org.countyledger.acceptance.testing.Command;
import org.countyledger.acceptance.testing.County;
import org.countyledger.acceptance.testing.Eventually;
import org.countyledger.acceptance.testing.Key;
import org.countyledger.acceptance.testing.Kind;
import org.countyledger.acceptance.testing.Ledger;
import org.countyledger.acceptance.testing.LegalCounty;
import org.countyledger.acceptance.testing.Offices;
import org.countyledger.acceptance.testing.Papers;
import org.countyledger.acceptance.testing.Reply;
import org.countyledger.acceptance.testing.Resident;
import org.countyledger.acceptance.testing.Running;
import org.countyledger.acceptance.testing.Tape;
import org.countyledger.network.privacy.CanaryScan;
import org.countyledger.network.privacy.CanaryScan.Finding;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What a resident or an officer wrote about a person stands in the private store of whom it was written for, and in no other
 * byte that the county keeps or says.
 */
@ExtendWith(LegalCounty.class)
class PrivacyTest {
    private static final AtomicLong TESTS = new AtomicLong();
    private static final long SEED = Long.getLong("county.seed", System.nanoTime());
    private static final List<String> OF_APPLICATION = List.of("form", "consent", "checkList");
    private static final List<String> OF_GRIEVANCE = List.of("text", "identity");
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final County county;
    private final Offices offices;
    /** What one test planted and left is not another's. */
    private final Canaries canaries = new Canaries(SEED + TESTS.getAndIncrement());

    private final ConcurrentLinkedQueue<Reply> heard = new ConcurrentLinkedQueue<>();
    private final Api.Listening listening = Api.listen(heard::add);
    private final List<Tape> tapes;

    PrivacyTest(Running running) {
        this.county = running.county();
        this.offices = new Offices(county);
        this.tapes = List.of(
                county.gateway().tape("/v1/events", "Accept-Language", "en"),
                county.gateway()
                        .tape(
                                "/v1/events?topics=welfare-applications,grievances",
                                "Authorization",
                                offices.auditor().bearer()));
    }

    @AfterEach
    void stopListening() {
        tapes.forEach(Tape::close);
        listening.close();
    }

    private Map<String, String> papers(Kind kind, String... groups) {
        return Stream.of(groups).collect(Collectors.toMap(group -> group, group -> canaries.paper(kind, group)));
    }

    private Command with(Command command, String... groups) {
        return command.with(new Command.Content(
                command.content().clear(), papers(command.target().kind(), groups)));
    }

    private Command application(Resident resident) {
        return with(resident.application(), "form", "consent");
    }

    private Case applied(Resident resident) {
        Command command = application(resident);
        return Case.created(command, resident.file(command));
    }

    /** A grievance by somebody whom only the registrar may know. */
    private Case grieved(Resident resident) {
        Command command = resident.grievance("COMPLAINT");
        Map<String, Object> clear = command.content().clear().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, field -> field.getKey().equals("mode") ? "CONFIDENTIAL" : field.getValue()));
        Command confidential = command.with(new Command.Content(clear, papers(Kind.GRIEVANCE, "text", "identity")));
        return Case.created(confidential, resident.file(confidential));
    }

    private void accepted(Case application) {
        application.declareNoConflict(offices.clerk());
        Command accept = with(application.step("accept", Map.of("dupCheck", "NONE")), "checkList");
        offices.clerk().file(accept).expect(200);
    }

    /** What is refused is not kept either, nor said again. */
    private void refused(Case application) {
        String stray = canaries.stray();
        Case other = applied(Resident.of(county));
        offices.clerk().submit(other.step("accept", Map.of("dupCheck", stray))).expect(422);
        offices.clerk()
                .submit(other.step("accept", Map.of("dupCheck", "NONE", "staged", Map.of("form", stray))))
                .expect(422);
        for (Object body : List.of(
                Map.of("value", "***" + stray),
                Map.of("value", Base64.getEncoder().encodeToString(stray.getBytes(StandardCharsets.UTF_8))),
                Map.of("unknown", stray))) {
            offices.clerk()
                    .post(application.path() + "/content/checkList", body, Key.next())
                    .expect(400, 422);
        }
        offices.clerkOfAnotherTown().read(application, "form").expect(403);
        offices.registrar().read(application, "form").expect(403, 404);
        Resident.of(county).read(application, "form").expect(403);
        county.gateway().get(application.path() + "/content/form").expect(401);
        Resident stranger = Resident.of(county);
        Command unsigned = application(stranger);
        stranger.stage(unsigned);
        stranger.send(unsigned, Resident.of(county).key().sign(new byte[] {1})).expect(403, 422);
    }

    /** What the readers saw who may; these answers are taken from what was heard. */
    private List<Reply> read(Resident resident, Case application, Case grievance) {
        offices.clerk().disclose(application, "form", "AuditMSP").expect(201);
        List<Reply> seen = List.of(
                offices.clerk().read(application, "form").expect(200),
                offices.auditor().read(application, "form").expect(200),
                resident.read(application, "form").expect(200),
                offices.registrar().read(grievance, "identity").expect(200));
        assertThat(seen)
                .allSatisfy(reply -> assertThat(scan(canaries.all()).in(reply.request(), bytes(reply)))
                        .as("what an authorised reader sees of %s", reply.request())
                        .isNotEmpty());
        heard.removeAll(seen);
        return seen;
    }

    private static CanaryScan scan(List<String> wanted) {
        return new CanaryScan(wanted);
    }

    private static byte[] bytes(Reply reply) {
        return (reply.headers().map() + "\n" + reply.text()).getBytes(StandardCharsets.UTF_8);
    }

    private Path store(String mspId) {
        return county.privateStore(mspId);
    }

    private List<Finding> in(String mspId, List<String> wanted) {
        Path store = store(mspId);
        assertThat(store).exists();
        return look(file -> file.startsWith(store), wanted);
    }

    /** Waits until the store of an organisation has each of these, so a scan elsewhere would have seen them, too. */
    private void isHeldBy(String mspId, List<String> wanted) {
        List<Finding> found = Eventually.eventually(
                PATIENCE,
                () -> in(mspId, wanted),
                findings -> findings.stream().map(Finding::canary).distinct().count() == wanted.size());
        assertThat(found).as("canaries in the store of %s", mspId).isNotEmpty();
    }

    private List<Finding> look(Predicate<Path> files, List<String> wanted) {
        return scan(wanted).below(county.directory(), files);
    }

    private List<Finding> everywhereBut(List<Path> stores, List<String> wanted) {
        return look(file -> stores.stream().noneMatch(file::startsWith), wanted);
    }

    private void isNowhereBut(List<String> holders, List<String> wanted) {
        List<Path> stores = holders.stream().map(this::store).toList();
        assertThat(everywhereBut(stores, wanted))
                .as("places with a canary besides the stores of %s, seed %d", holders, SEED)
                .isEmpty();
    }

    @Test
    void noByteOutsideOfTheHoldersPrivateStoreSaysWhatAPersonWrote() {
        Resident resident = Resident.of(county);
        Case application = applied(resident);
        accepted(application);
        Case grievance = grieved(Resident.of(county));
        refused(application);
        List<Reply> seen = read(resident, application, grievance);
        county.gateway()
                .get("/v1/receipts/" + offices.clerk().get(application.path()).at("/header/position/lastTxId"));
        offices.clerk().get(application.path() + "/events").expect(200);

        isHeldBy("CivilAffairsMSP", canaries.of(OF_APPLICATION));
        isHeldBy("GovernanceMSP", canaries.of(OF_GRIEVANCE));
        assertThat(in("AuditMSP", canaries.of(List.of("form"))))
                .as("what was shown to the auditor")
                .isNotEmpty();
        isNowhereBut(List.of("CivilAffairsMSP", "AuditMSP"), canaries.of(List.of("form")));
        isNowhereBut(List.of("CivilAffairsMSP"), canaries.of(List.of("consent", "checkList")));
        isNowhereBut(List.of("GovernanceMSP"), canaries.of(OF_GRIEVANCE));
        isNowhereBut(List.of(), canaries.of(List.of("stray")));

        Eventually.eventually(
                PATIENCE,
                () -> tapes.getLast().said(),
                said -> said.contains(application.id()) && said.contains(grievance.id()));
        assertThat(tapes)
                .allSatisfy(tape -> assertThat(scan(canaries.all())
                                .in("a stream of events", tape.said().getBytes(StandardCharsets.ISO_8859_1)))
                        .isEmpty());

        assertThat(heard).hasSizeGreaterThan(20).doesNotContainAnyElementsOf(seen);
        assertThat(heard)
                .allSatisfy(reply -> assertThat(scan(canaries.all()).in(reply.request(), bytes(reply)))
                        .isEmpty());
        System.out.printf(
                "privacy: %d canaries (seed %d) looked for in every file of the county and in %d answers; %d answers to"
                        + " authorised readers had them%n",
                canaries.all().size(), SEED, heard.size(), seen.size());
    }

    @Test
    void afterAPurgeNoStoreHasTheValue() {
        Ledger.HERE.assumeFilesForgetAtOnce();
        Resident resident = Resident.of(county);
        Case application = disclosed(resident, application(resident));
        List<String> wanted = canaries.of(List.of("form", "consent"));
        isHeldBy("CivilAffairsMSP", wanted);
        isHeldBy("AuditMSP", canaries.of(List.of("form")));

        purged(resident, application);

        List<Finding> left = Eventually.eventually(PATIENCE, () -> everywhereBut(List.of(), wanted), List::isEmpty);
        assertThat(left).isEmpty();
    }

    private Case disclosed(Resident resident, Command command) {
        Case application = Case.created(command, resident.file(command));
        offices.clerk().disclose(application, "form", "AuditMSP").expect(201);
        return application;
    }

    private void purged(Resident resident, Case application) {
        Map<String, Object> purge = Map.of("groups", List.of("form", "consent"), "basis", "PIPL_47");
        offices.protector().submit(application.step("purge", purge)).expect(403, 409, 422);
        application.take(resident, "withdraw", Map.of());
        offices.clerk().submit(application.step("purge", purge)).expectProblem(403, "not-allowed");
        application.take(offices.protector(), "purge", purge);
    }

    @Test
    void afterAPurgeNobodyReadsTheValueAndTheResidentsOwnCopyStillVerifies() {
        Resident resident = Resident.of(county);
        Command command = application(resident);
        Case application = disclosed(resident, command);

        purged(resident, application);

        assertThat(resident.read(application, "form").status()).isBetween(400, 499);
        Reply record = offices.clerk().get(application.path()).expect(200);
        assertThat(command.content().commitments())
                .allSatisfy((group, commitment) -> assertThat(record.at("/header/groups/" + group + "/commitment"))
                        .isEqualTo(Key.sha256(Papers.copy(commitment))));
    }

    @Test
    void whoLooksIsOnTheLedgerBeforeSeeingAnythingAndSoIsWhoWasDenied() {
        Case application = applied(Resident.of(county));
        Reply given = offices.clerk().read(application, "form").expect(200);
        Reply denied = offices.clerkOfAnotherTown().read(application, "form").expectProblem(403, "not-allowed");
        Reply trace =
                offices.clerk().get(Kind.ACCESS.path(given.at("/accessRecord"))).expect(200);
        assertThat(trace.at("/header/fields/outcome")).isEqualTo("GIVEN");
        assertThat(trace.at("/header/fields/staff")).isEqualTo(offices.clerk().staff());
        assertThat(trace.at("/header/fields/recordId")).isEqualTo(application.id());
        assertThat(trace.at("/header/fields/group")).isEqualTo("form");
        Reply refusal = offices.auditor().get(denied.at("/links/access-record")).expect(200);
        assertThat(refusal.at("/header/fields/outcome")).isEqualTo("DENIED");
        assertThat(refusal.at("/header/fields/staff"))
                .isEqualTo(offices.clerkOfAnotherTown().staff());
        county.gateway()
                .get(
                        application.path() + "/content/form",
                        "Authorization",
                        offices.clerk().bearer())
                .expectProblem(403, "purpose-required");
    }
}

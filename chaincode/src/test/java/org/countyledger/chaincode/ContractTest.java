package org.countyledger.chaincode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.countyledger.client.Query;
import org.countyledger.client.operation.LedgerException;
import org.countyledger.client.operation.LedgerFailure;
import org.countyledger.client.operation.Operation;
import org.countyledger.client.operation.OperationState;
import org.countyledger.domain.contract.Functions;
import org.countyledger.domain.contract.Page;
import org.countyledger.domain.contract.RecordView;
import org.countyledger.domain.record.CanonicalJson;
import org.countyledger.domain.record.Clear;
import org.countyledger.domain.record.Command;
import org.countyledger.domain.record.Event;
import org.countyledger.domain.record.Header;
import org.countyledger.domain.record.IdempotencyKey;
import org.countyledger.domain.record.Kind;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ContractTest {
    private static County county = County.start();

    @BeforeAll
    static void found() {
        county.founded();
    }

    @AfterAll
    static void close() {
        county.close();
    }

    @Test
    void aResidentAppliesAndAClerkMayNotAcceptBeforeDeclaringInterests() {
        Application application = apply();
        Operation refused = county.submit("TOWN_CLERK", accept(application.id()));
        assertThat(refused.state()).isEqualTo(OperationState.REFUSED);
        assertThat(code(refused)).isEqualTo("CONFLICT_UNDECLARED");
        assertThat(header(application.id()).state()).isEqualTo("SUBMITTED");
    }

    @Test
    void everyEventNamesTheDigestOfTheOneBefore() {
        Application application = apply();
        county.valid(
                "CONDUIT",
                application
                        .resident()
                        .sign(county.command(
                                Kind.WELFARE_APPLICATION, application.id(), "withdraw", Clear.EMPTY, Map.of())));
        List<Event> events = List.of(CanonicalJson.read(
                ask(Functions.EVENTS, "WelfareApplication", application.id(), "1", "10"), Event[].class));
        assertThat(events).extracting(event -> event.step().action()).containsExactly("submit", "withdraw");
        assertThat(events.get(0).prevEventDigest()).isEqualTo(Event.NO_EVENT_BEFORE);
        assertThat(events.get(1).prevEventDigest()).isEqualTo(events.get(0).digest());
        assertThat(header(application.id()).position().lastEventDigest())
                .isEqualTo(events.get(1).digest());
    }

    @Test
    void theSameCommandAgainAnswersTheFirstTransactionAndWritesNothing() {
        IdempotencyKey key = County.key();
        Resident resident = new Resident();
        Command command = resident.staged(county, resident.application(county, key));
        Operation first = county.valid("CONDUIT", command);
        long height = county.client().height();
        Operation second = county.submit("CONDUIT", command);
        assertThat(second.state()).isEqualTo(OperationState.VALID);
        assertThat(second.receiptTxId()).isEqualTo(first.receiptTxId());
        assertThat(county.client().height()).isEqualTo(height);
    }

    @Test
    void twinCreationsThroughTwoClientsEndAsOneRecord() {
        IdempotencyKey key = County.key();
        Resident resident = new Resident();
        Command command = resident.staged(county, resident.application(county, key));
        List<Operation> twins = List.of(1, 2).parallelStream()
                .map(n -> county.submit("CONDUIT", command))
                .toList();
        assertThat(twins).extracting(Operation::state).containsOnly(OperationState.VALID);
        assertThat(twins.get(0).receiptTxId()).isEqualTo(twins.get(1).receiptTxId());
        assertThat(header(command.id()).seq()).isEqualTo(1);
    }

    @Test
    void aConduitWithoutSignatureIsRefused() {
        Command unsigned = new Resident().application(county).signedWith(List.of());
        assertThat(code(county.submit("CONDUIT", unsigned))).isEqualTo("SIGNATURE_REQUIRED");
    }

    @Test
    void anOfficerOfAnotherRoleIsRefused() {
        Application application = apply();
        assertThat(code(county.submit("TOWN_LEAD", accept(application.id())))).isEqualTo("ROLE_NOT_ALLOWED");
    }

    @Test
    void anybodyMayTryToDeclareOverdueAndIsToldWhenItIsNot() {
        Header header = header(apply().id());
        Operation early = county.declareOverdue("SYSTEM_TIMER", header, "ACCEPT", 1);
        assertThat(code(early)).isEqualTo("NOT_OVERDUE");
    }

    @Test
    void malformedCommandsAndUnknownFunctionsAreRefusedByCode() {
        assertThatThrownBy(() -> ask(Functions.SUBMIT, "{\"kind\":"))
                .isInstanceOfSatisfying(
                        LedgerException.class,
                        e -> assertThat(codeOf(e.failure())).isEqualTo("MALFORMED_COMMAND"));
        assertThatThrownBy(() -> ask("drop"))
                .isInstanceOfSatisfying(
                        LedgerException.class,
                        e -> assertThat(codeOf(e.failure())).isEqualTo("UNKNOWN_FUNCTION"));
        assertThatThrownBy(() -> ask(Functions.GET, "WelfareApplication", "nobody"))
                .isInstanceOfSatisfying(
                        LedgerException.class,
                        e -> assertThat(codeOf(e.failure())).isEqualTo("UNKNOWN_RECORD"));
    }

    @Test
    void listsComeInPages() {
        apply();
        apply();
        Page first = CanonicalJson.read(ask(Functions.LIST, "WelfareApplication", "1", ""), Page.class);
        Page second = CanonicalJson.read(ask(Functions.LIST, "WelfareApplication", "1", first.bookmark()), Page.class);
        assertThat(first.items()).hasSize(1);
        assertThat(second.items()).hasSize(1);
        assertThat(second.items()).doesNotContainAnyElementsOf(first.items());
    }

    @Test
    void policiesAreReadByNameAndVersion() {
        String text = new String(ask(Functions.POLICIES, "welfare", "1"), StandardCharsets.UTF_8);
        assertThat(text).contains("\"total.wd\"");
    }

    private record Application(String id, Resident resident) {}

    private static Application apply() {
        Resident resident = new Resident();
        Command command = resident.staged(county, resident.application(county));
        county.valid("CONDUIT", command);
        return new Application(command.id(), resident);
    }

    private static Command accept(String id) {
        return county.command(
                Kind.WELFARE_APPLICATION,
                id,
                "accept",
                Clear.of("dupCheck", "NONE"),
                Map.of("checkList", county.content(Kind.WELFARE_APPLICATION, "checkList", "list")));
    }

    private static Header header(String id) {
        RecordView view = county.get(Kind.WELFARE_APPLICATION, id);
        return view.header();
    }

    private static byte[] ask(String function, String... arguments) {
        return county.client().evaluate("CONDUIT", Query.of(function, arguments));
    }

    private static String code(Operation operation) {
        return codeOf(operation.failure().orElseThrow());
    }

    private static String codeOf(LedgerFailure failure) {
        return failure instanceof LedgerFailure.Refused refused ? refused.code() : failure.sentence();
    }
}

package org.countyledger.benchmarks;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.countyledger.benchmarks.ClosedLoop.Caller;
import org.countyledger.client.ClientIdentities;
import org.countyledger.client.LedgerClient;
import org.countyledger.client.LedgerSettings;
import org.countyledger.client.Peer;
import org.countyledger.client.PeerAddress;
import org.countyledger.client.PrivateOutcome;
import org.countyledger.client.PrivateSubmission;
import org.countyledger.client.operation.Operation;
import org.countyledger.client.operation.OperationState;
import org.countyledger.client.operation.PostgresOperationStore;
import org.countyledger.client.operation.Submission;
import org.countyledger.domain.actor.Role;
import org.countyledger.domain.contract.StagingRequest;
import org.countyledger.domain.record.Command;
import org.countyledger.domain.record.IdempotencyKey;
import org.countyledger.network.CountyException;
import org.countyledger.network.api.Desk;
import org.countyledger.network.api.Draft;
import org.countyledger.network.api.GatewayApi;
import org.countyledger.network.api.RandomKeys;
import org.countyledger.network.api.Written;
import org.countyledger.network.embedded.RunningCounty;
import org.countyledger.network.inventory.Organization;

/** What the callers of the loops do: the same welfare commands directly and over HTTP, and puts beside them. */
final class Workloads implements AutoCloseable {
    private static final String OWNER = "CivilAffairsMSP";
    private static final String CONDUIT = OWNER + ".CONDUIT";
    private static final int VALUE_CHARACTERS = 1_000;
    private static final int VALIDITY_SECONDS = 600;

    private final RunningCounty county;
    private final HikariDataSource database;
    private final LedgerClient ours;
    private final LedgerClient put;
    private final GatewayApi gateway;

    Workloads(RunningCounty county, HikariDataSource database) {
        this.county = county;
        this.database = database;
        ClientIdentities identities = ClientIdentities.load(
                county.directory().identitiesFile(),
                entry ->
                        entry.role().equals(Role.CONDUIT.name()) || entry.role().equals(Role.TOWN_CLERK.name()));
        this.ours = client(identities, county.inventory().chaincode());
        this.put = client(identities, BenchmarkCounty.PUT);
        this.gateway = new GatewayApi(county.gateway(), county.tokens());
    }

    private LedgerClient client(ClientIdentities identities, String chaincode) {
        LedgerSettings settings = LedgerSettings.of(county.inventory().channel(), chaincode, "benchmark-" + chaincode);
        List<Peer> peers = county.inventory().organizations().stream()
                .map(this::address)
                .map(Peer::connect)
                .toList();
        return LedgerClient.open(settings, peers, identities, new PostgresOperationStore(database));
    }

    private PeerAddress address(Organization organization) {
        Path root = county.directory()
                .organization(organization.mspId())
                .nodeTls("peer")
                .resolve("ca.pem");
        return new PeerAddress(organization.mspId(), organization.peerAddress(), Optional.of(root), Optional.empty());
    }

    /** One put of 1 KB under a new key. */
    Caller puts() {
        String value = "x".repeat(VALUE_CHARACTERS);
        return () -> {
            Submission submission = new Submission(
                    CONDUIT,
                    "put",
                    List.of(UUID.randomUUID().toString(), value),
                    new Submission.Target("Put", "one"),
                    Optional.empty(),
                    false);
            require(put.submit(submission));
            return 1;
        };
    }

    /** The first steps of an application, one at each call, by the ledger client in this program. */
    Caller welfareDirectly() {
        return new WelfareSteps(county, this::directly, subject -> draft -> officially(subject, draft));
    }

    /** The same steps over HTTP, through the department gateway. */
    Caller welfareOverHttp() {
        return new WelfareSteps(county, (draft, signer) -> signer.over(gateway).submit(draft), gateway::officer);
    }

    private Written directly(Draft draft, BenchmarkResident resident) {
        IdempotencyKey key = IdempotencyKey.parse(RandomKeys.next());
        Draft named = draft.under(key);
        stage(CONDUIT, named, request -> resident.sign(request, county.inventory()));
        Command command = resident.sign(command(named, key), county.inventory());
        return written(require(ours.submit(Submission.of(CONDUIT, command))), command);
    }

    private Written officially(String subject, Draft draft) {
        IdempotencyKey key = IdempotencyKey.parse(RandomKeys.next());
        Draft named = draft.under(key);
        stage(subject, named, request -> request);
        Command command = command(named, key);
        return written(require(ours.submit(Submission.of(subject, command))), command);
    }

    /** These applications hold one value of each group. */
    private void stage(String subject, Draft named, UnaryOperator<StagingRequest> signing) {
        String owner = named.kind().fixedOwner().orElse(OWNER);
        named.contents().forEach((group, value) -> {
            StagingRequest request = new StagingRequest(
                    named.key(group, 1),
                    value.commitment(),
                    Instant.now().plusSeconds(VALIDITY_SECONDS),
                    Optional.empty());
            PrivateOutcome unused =
                    ours.submit(PrivateSubmission.stage(subject, owner, signing.apply(request), value.bytes()));
        });
    }

    private static Command command(Draft draft, IdempotencyKey key) {
        String id = draft.id().orElseThrow();
        Map<String, String> commitments = draft.commitments();
        return new Command(
                draft.kind(),
                id,
                draft.action(),
                draft.expectedSeq(),
                draft.clear(),
                new TreeMap<>(commitments),
                key.over(draft.kind(), id, draft.action(), draft.clear(), commitments),
                Instant.now().plusSeconds(VALIDITY_SECONDS),
                List.of());
    }

    private static Written written(Operation operation, Command command) {
        return new Written(
                command.kind(),
                command.id(),
                command.expectedSeq() + 1,
                operation.receiptTxId().orElseThrow());
    }

    private static Operation require(Operation operation) {
        if (operation.state() != OperationState.VALID) {
            throw new CountyException(
                    operation.failure().map(failure -> failure.sentence()).orElse("not committed"));
        }
        return operation;
    }

    /** Submits as an officer. */
    interface Officer {
        Desk of(String subject);
    }

    /** Submits as a resident. */
    interface Signed {
        Written submit(Draft draft, BenchmarkResident resident);
    }

    @Override
    public void close() {
        ours.close();
        put.close();
        database.close();
    }
}

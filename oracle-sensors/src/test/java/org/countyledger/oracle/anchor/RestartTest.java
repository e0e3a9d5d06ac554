package org.countyledger.oracle.anchor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.countyledger.client.operation.LedgerFailure;
import org.countyledger.client.operation.Operation;
import org.countyledger.client.operation.OperationState;
import org.countyledger.domain.record.Clear;
import org.countyledger.domain.record.Command;
import org.countyledger.domain.record.Header;
import org.countyledger.domain.record.Kind;
import org.countyledger.domain.sensing.Ingest;
import org.countyledger.oracle.backfill.SampleFile;
import org.countyledger.oracle.ledger.Registry;
import org.countyledger.oracle.testing.Offices;
import org.countyledger.oracle.testing.Oracle;
import org.countyledger.oracle.testing.Reply;
import org.countyledger.oracle.testing.SharedCounty;
import org.countyledger.oracle.testing.TestCounty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedCounty.class)
class RestartTest {
    private final TestCounty county;

    RestartTest(TestCounty county) {
        this.county = county;
    }

    @Test
    void anotherProcessOnTheSameDatabaseGoesOnWithNeitherLossNorDouble() {
        county.createDatabase("restart");
        String station = county.station(SampleFile.FIRST);
        byte[] file = new SampleFile().withExceedances(100).packed();
        try (Oracle first = county.oracle("restart")) {
            first.put(file, station).expect(202);
            first.reached(station, 47);
        }
        try (Oracle second = county.oracle("restart")) {
            Reply ended = second.ended(file);
            assertThat(ended.at("/state")).isEqualTo("COMPLETE");
            assertThat(ended.numberAt("/readings")).isEqualTo(800);
            assertThat(ended.numberAt("/windows")).isEqualTo(1000);
            assertThat(ended.numberAt("/transactions")).isEqualTo(21);
            assertThat(ended.numberAt("/exceedances")).isEqualTo(100);
        }
        Header header = county.offices().header(Kind.DATASTREAM, station);
        assertThat(header.fields().integer("lastWindow")).contains(999L);
        assertThat(header.seq()).isEqualTo(22);
    }

    private Standing standing(String station) {
        Registry registry = county.oracle().bean(Registry.class);
        Header header = registry.datastreamNow(station).orElseThrow();
        return new Standing(header, registry.policy(header));
    }

    private Prepared prepared(String station) {
        Order order = new Order(29, Ingest.BACKFILL, false, Optional.empty(), Map.of());
        return county.oracle()
                .bean(Preparation.class)
                .prepare(standing(station), order)
                .prepared();
    }

    @Test
    void aBatchThatIsOnTheLedgerThoughNobodyRememberedIsFoundThereAndNotWrittenTwice() {
        String station = county.station(SampleFile.FIRST);
        Delivery delivery = county.oracle().bean(Delivery.class);
        Prepared prepared = prepared(station);
        assertThat(delivery.deliver(station, prepared)).isInstanceOf(Delivery.Outcome.Committed.class);
        assertThat(delivery.deliver(station, prepared)).isInstanceOf(Delivery.Outcome.Committed.class);
        assertThat(county.offices().header(Kind.DATASTREAM, station).seq()).isEqualTo(2);
        assertThat(county.offices().about(Kind.WINDOW_BATCH, station)).hasSize(1);
    }

    @Test
    void aBatchThatFollowsAnotherHeaderIsTakenBackAndBuiltAnew() {
        String station = county.station(SampleFile.FIRST);
        Delivery delivery = county.oracle().bean(Delivery.class);
        Standing before = standing(station);
        delivery.deliver(station, prepared(station));
        Preparation preparation = county.oracle().bean(Preparation.class);
        Order order = new Order(30, Ingest.BACKFILL, true, Optional.empty(), Map.of());
        Header other = before.header();
        Header moved = new Header(
                other.founding(),
                other.position(),
                other.handling(),
                other.clocks(),
                other.awaited(),
                other.flags(),
                other.groups(),
                other.pending(),
                other.keys(),
                other.links(),
                other.hands(),
                other.fields().with("lastWindow", 29));
        Prepared stale = preparation.prepare(before.at(moved), order).prepared();
        assertThat(delivery.deliver(station, stale)).isInstanceOf(Delivery.Outcome.Outdated.class);
        assertThat(county.oracle().bean(BatchStore.class).prepared(station)).isEmpty();
        Prepared anew = preparation.prepare(standing(station), order).prepared();
        assertThat(delivery.deliver(station, anew)).isInstanceOf(Delivery.Outcome.Committed.class);
    }

    @Test
    void theContractRefusesABatchWhoseSignatureWasTamperedWith() {
        String station = county.station(SampleFile.FIRST);
        Command command = prepared(station).command();
        String signature = command.clear()
                .objects("signatures")
                .getFirst()
                .text("signature")
                .orElseThrow();
        char other = signature.charAt(10) == 'A' ? 'B' : 'A';
        String tampered = signature.substring(0, 10) + other + signature.substring(11);
        Clear clear = command.clear()
                .with(
                        "signatures",
                        List.of(command.clear().objects("signatures").getFirst().with("signature", tampered)));
        Command forged = new Command(
                command.kind(),
                command.id(),
                command.action(),
                command.expectedSeq(),
                clear,
                command.commitments(),
                Offices.key().over(command.kind(), command.id(), command.action(), clear, Map.of()),
                command.notAfter(),
                List.of());
        Operation operation = county.offices().submitAsOracle(forged);
        assertThat(operation.state()).isEqualTo(OperationState.REFUSED);
        assertThat(((LedgerFailure.Refused) operation.failure().orElseThrow()).code())
                .isEqualTo("SIGNATURE_INVALID");
    }
}

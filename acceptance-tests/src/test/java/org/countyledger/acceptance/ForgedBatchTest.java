package org.countyledger.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.Instant;
import org.countyledger.acceptance.sensing.Batch;
import org.countyledger.acceptance.sensing.Device;
import org.countyledger.acceptance.sensing.Station;
import org.countyledger.acceptance.testing.County;
import org.countyledger.acceptance.testing.LedgerEndpoint;
import org.countyledger.acceptance.testing.LegalCounty;
import org.countyledger.acceptance.testing.Running;
import org.countyledger.acceptance.testing.Signing;
import org.countyledger.acceptance.testing.Snapshot;
import org.hyperledger.fabric.client.EndorseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The contract takes windows only by the key of an oracle that is registered with the datastream, even from one who got
 * hold of the oracle's identity on the network.
 */
@ExtendWith(LegalCounty.class)
class ForgedBatchTest {
    private static final String ORACLE = "EcologyMSP.ORACLE_NODE";

    private final County county;
    private final Station station;

    ForgedBatchTest(Running running) {
        this.county = running.county();
        this.station = Station.open(county, Device.fresh().spki(), Instant.now().minus(Duration.ofDays(40)));
    }

    private String refusal(String subject, String command) {
        Snapshot before = Snapshot.of(county);
        try (LedgerEndpoint ledger = LedgerEndpoint.as(county, subject)) {
            EndorseException refused = catchThrowableOfType(EndorseException.class, () -> ledger.submit(command));
            assertThat(refused).as("answer to a forged batch").isNotNull();
            assertThat(Snapshot.of(county)).isEqualTo(before);
            return refused.getDetails().toString();
        }
    }

    @Test
    void aBatchThatAnUnregisteredKeySignedIsRefused() {
        Signing stranger = Signing.fresh();
        String command = new Batch(station.datastream()).command(stranger.spki(), stranger);
        assertThat(refusal(ORACLE, command)).contains("ORACLE_NOT_REGISTERED|D13");
    }

    @Test
    void aBatchThatNamesTheRegisteredKeyButWasSignedByAnotherIsRefused() {
        String command = new Batch(station.datastream()).command(Station.oracleKey(county), Signing.fresh());
        assertThat(refusal(ORACLE, command)).contains("SIGNATURE_INVALID|D13");
    }

    @Test
    void aBatchFromAnIdentityThatIsNoOracleIsRefused() {
        Signing stranger = Signing.fresh();
        String command = new Batch(station.datastream()).command(stranger.spki(), stranger);
        assertThat(refusal("EcologyMSP.CONDUIT", command)).contains("ROLE_NOT_ALLOWED");
    }
}

package org.countyledger.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.countyledger.acceptance.testing.County;
import org.countyledger.acceptance.testing.LegalCounty;
import org.countyledger.acceptance.testing.Ports;
import org.countyledger.acceptance.testing.Running;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** {@code down --purge} removes data and identities together. The last test of the run, because nothing is left after it. */
@ExtendWith(LegalCounty.class)
@Order(Integer.MAX_VALUE)
class PurgeTest {
    private final County county;

    PurgeTest(Running running) {
        this.county = running.county();
    }

    @Test
    void nothingRunsAndNothingIsLeft() {
        List<ProcessHandle> processes = Stream.concat(
                        Stream.of("postgres", "gateway", "oracle", "chaincode-AuditMSP"), county.ledgerNodes().stream())
                .map(county::process)
                .toList();
        assertThat(processes).allMatch(ProcessHandle::isAlive);
        assertThat(county.run("down", "--purge").expect(0).out()).contains("Data and identities are removed.");
        assertThat(processes).noneMatch(ProcessHandle::isAlive);
        assertThat(IntStream.range(county.portBase(), county.portBase() + Ports.COUNT))
                .allMatch(Ports::isFree);
        assertThat(county.directory()).doesNotExist();
        assertThat(county.run("status").expect(1).err()).contains("There is no county");
    }
}

package org.countyledger.network.inventory;

import java.util.Optional;

/**
 * The processes that do not belong to one organisation's ledger.
 *
 * @param watcherPort of the second organisation's scorer, which only watches for drift; without it there is none
 */
public record Services(
        String host, int gatewayPort, int oraclePort, int postgresPort, int scorerPort, Optional<Integer> watcherPort) {
    public Services {
        Require.port(gatewayPort, "gatewayPort");
        Require.port(oraclePort, "oraclePort");
        Require.port(postgresPort, "postgresPort");
        Require.port(scorerPort, "scorerPort");
        watcherPort.ifPresent(port -> Require.port(port, "watcherPort"));
    }
}

package org.countyledger.network.inventory;

/** The processes that do not belong to one organisation's ledger. */
public record Services(String host, int gatewayPort, int oraclePort, int postgresPort, int scorerPort) {
    public Services {
        Require.port(gatewayPort, "gatewayPort");
        Require.port(oraclePort, "oraclePort");
        Require.port(postgresPort, "postgresPort");
        Require.port(scorerPort, "scorerPort");
    }
}

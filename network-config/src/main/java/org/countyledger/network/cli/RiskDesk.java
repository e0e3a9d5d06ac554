package org.countyledger.network.cli;

import org.countyledger.network.api.GatewayApi;
import org.countyledger.network.embedded.LocalCounty;
import org.countyledger.network.embedded.Tokens;
import org.countyledger.network.risk.ModelRecords;

/** What the commands about models work with. */
final class RiskDesk {
    private RiskDesk() {}

    static ModelRecords models(DirectoryOption directory) {
        LocalCounty county = directory.county();
        Tokens tokens = Tokens.of(county.directory());
        return new ModelRecords(county.directory(), new GatewayApi(county.gateway(), tokens), tokens);
    }
}

package org.countyledger.oracle.ledger;

import java.time.Clock;
import javax.sql.DataSource;
import org.countyledger.client.ClientIdentities;
import org.countyledger.client.ClientIdentity;
import org.countyledger.client.LedgerClient;
import org.countyledger.client.LedgerSettings;
import org.countyledger.client.Peer;
import org.countyledger.client.operation.OperationStore;
import org.countyledger.client.operation.PostgresOperationStore;
import org.countyledger.oracle.settings.OracleSettings;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes the ledger client of this process, which has the oracle node's identity only. No peer needs to be up for it. */
@Configuration(proxyBeanMethods = false)
class LedgerConfiguration {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    ClientIdentities identities(OracleSettings settings) {
        return ClientIdentities.load(
                settings.identities(), entry -> entry.subject().equals(settings.subject()));
    }

    @Bean
    ClientIdentity node(OracleSettings settings, ClientIdentities identities) {
        return identities.get(settings.subject());
    }

    @Bean
    @DependsOnDatabaseInitialization
    OperationStore operationStore(DataSource database) {
        return new PostgresOperationStore(database);
    }

    @Bean(destroyMethod = "close")
    LedgerClient ledgerClient(OracleSettings settings, ClientIdentities identities, OperationStore store) {
        return LedgerClient.open(
                LedgerSettings.of(settings.channel(), settings.chaincode(), settings.owner()),
                settings.peers().stream()
                        .map(OracleSettings.PeerSettings::toAddress)
                        .map(Peer::connect)
                        .toList(),
                identities,
                store);
    }
}

package org.countyledger.risk.scorer;

import java.time.Clock;
import javax.sql.DataSource;
import org.countyledger.client.ClientIdentities;
import org.countyledger.client.ClientIdentity;
import org.countyledger.client.LedgerClient;
import org.countyledger.client.LedgerSettings;
import org.countyledger.client.Peer;
import org.countyledger.client.operation.OperationStore;
import org.countyledger.client.operation.PostgresOperationStore;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Makes the ledger client of this process, which has the scoring node's identity only. No peer needs to be up for it. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class LedgerConfiguration {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    ClientIdentities identities(ScorerSettings settings) {
        return ClientIdentities.load(
                settings.identities(), entry -> entry.subject().equals(settings.subject()));
    }

    @Bean
    ClientIdentity node(ScorerSettings settings, ClientIdentities identities) {
        return identities.get(settings.subject());
    }

    @Bean
    @DependsOnDatabaseInitialization
    OperationStore operationStore(DataSource database) {
        return new PostgresOperationStore(database);
    }

    @Bean(destroyMethod = "close")
    LedgerClient ledgerClient(ScorerSettings settings, ClientIdentities identities, OperationStore store) {
        return LedgerClient.open(
                LedgerSettings.of(settings.channel(), settings.chaincode(), settings.owner()),
                settings.peers().stream()
                        .map(ScorerSettings.PeerSettings::toAddress)
                        .map(Peer::connect)
                        .toList(),
                identities,
                store);
    }
}

package org.countyledger.gateway.ledger;

import javax.sql.DataSource;
import org.countyledger.client.ClientIdentities;
import org.countyledger.client.LedgerClient;
import org.countyledger.client.LedgerSettings;
import org.countyledger.client.Peer;
import org.countyledger.client.operation.OperationStore;
import org.countyledger.client.operation.PostgresOperationStore;
import org.countyledger.domain.CountyTables;
import org.countyledger.domain.engine.Engine;
import org.countyledger.domain.lifecycle.Tables;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes the ledger client of this process. No peer needs to be up for it. */
@Configuration(proxyBeanMethods = false)
class LedgerConfiguration {

    @Bean
    ClientIdentities identities(CountySettings settings) {
        return ClientIdentities.load(settings.identities());
    }

    @Bean
    Inventory inventory(CountySettings settings) {
        return settings.inventoryFile().map(Inventory::read).orElse(Inventory.EMPTY);
    }

    @Bean
    @DependsOnDatabaseInitialization
    OperationStore operationStore(DataSource database) {
        return new PostgresOperationStore(database);
    }

    @Bean(destroyMethod = "close")
    LedgerClient ledgerClient(CountySettings settings, ClientIdentities identities, OperationStore store) {
        return LedgerClient.open(
                LedgerSettings.of(settings.channel(), settings.chaincode(), settings.owner()),
                settings.addresses().stream().map(Peer::connect).toList(),
                identities,
                store);
    }

    @Bean
    Tables tables() {
        return CountyTables.all();
    }

    @Bean
    Engine engine(Tables tables) {
        return new Engine(tables);
    }
}

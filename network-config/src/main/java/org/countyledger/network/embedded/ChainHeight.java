package org.countyledger.network.embedded;

import java.util.OptionalLong;
import org.countyledger.client.LedgerClient;
import org.countyledger.client.operation.LedgerException;
import org.countyledger.network.directory.CountyDirectory;
import org.countyledger.network.inventory.Inventory;

/** How many blocks a running ledger has, asked as any member of the channel may. */
final class ChainHeight {
    private ChainHeight() {}

    /** Empty where no peer answers. */
    static OptionalLong of(CountyDirectory county, Inventory inventory) {
        try (LedgerClient client = LedgerReader.open(county, inventory)) {
            return OptionalLong.of(client.height());
        } catch (LedgerException e) {
            return OptionalLong.empty();
        }
    }
}

package org.countyledger.network.embedded;

import java.net.URI;
import java.util.List;
import org.countyledger.network.directory.CountyDirectory;
import org.countyledger.network.directory.Purpose;
import org.countyledger.network.inventory.Inventory;
import org.countyledger.network.process.ProcessStatus;

/**
 * A county whose processes all answer.
 *
 * @param gateway address of the HTTP API, without a path
 * @param oracle address of the sensor oracle, without a path
 */
public record RunningCounty(
        CountyDirectory directory,
        Purpose purpose,
        Inventory inventory,
        URI gateway,
        URI oracle,
        Tokens tokens,
        List<ProcessStatus> processes) {}

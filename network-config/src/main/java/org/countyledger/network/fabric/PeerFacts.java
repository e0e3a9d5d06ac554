package org.countyledger.network.fabric;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.countyledger.network.health.Finding;
import org.countyledger.network.health.FindingCode;

/**
 * What one peer told of itself.
 *
 * @param skew its clock's time less this computer's
 * @param approved the package that its organisation agreed to
 * @param contractTrouble why its contract did not answer
 */
record PeerFacts(String mspId, Duration skew, Optional<String> approved, Optional<String> contractTrouble) {
    /** Half of what the contract bears between a transaction's time and its own clock. */
    private static final Duration SKEW_LIMIT = Duration.ofSeconds(60);

    /**
     * What is wrong with them.
     *
     * @param packageId the package that the organisation's contract process runs
     */
    List<Finding> findings(String packageId) {
        List<Finding> findings = new ArrayList<>();
        if (skew.abs().compareTo(SKEW_LIMIT) > 0) {
            findings.add(new Finding(
                    FindingCode.CLOCK_SKEW,
                    "The clock of the peer of " + mspId + " is " + skew.abs().toSeconds() + " s "
                            + (skew.isNegative() ? "behind" : "ahead of") + " this computer's, more than "
                            + SKEW_LIMIT.toSeconds() + " s",
                    "set both clocks by the same time server (NTP)"));
        }
        approved.filter(id -> !id.equals(packageId))
                .ifPresent(id -> findings.add(new Finding(
                        FindingCode.PACKAGE_MISMATCH,
                        mspId + " approved package " + id + ", but its contract runs as " + packageId,
                        "run the program of that package, or upgrade with scripts/county contract upgrade")));
        contractTrouble.ifPresent(trouble -> findings.add(new Finding(
                FindingCode.CHAINCODE_NOT_CONNECTED,
                "The peer of " + mspId + " does not reach its contract (" + trouble + ")",
                "start process chaincode-" + mspId + " with scripts/county up")));
        return findings;
    }
}

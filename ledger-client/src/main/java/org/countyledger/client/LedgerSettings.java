package org.countyledger.client;

import java.time.Duration;

/**
 * Everything that can be set about the client.
 *
 * @param owner name of this client process: operations are resolved after a restart by the process of the same name
 */
public record LedgerSettings(String channel, String chaincode, String owner, Deadlines deadlines, Retries retries) {

    /** The settings that are meant for production. */
    public static LedgerSettings of(String channel, String chaincode, String owner) {
        return new LedgerSettings(channel, chaincode, owner, Deadlines.standard(), Retries.standard());
    }

    public LedgerSettings with(Deadlines newDeadlines) {
        return new LedgerSettings(channel, chaincode, owner, newDeadlines, retries);
    }

    public LedgerSettings with(Retries newRetries) {
        return new LedgerSettings(channel, chaincode, owner, deadlines, newRetries);
    }

    /**
     * Every wait has a limit.
     *
     * @param evaluate for one query, over all peers that are tried
     * @param endorse for one endorsement, over all peers and repetitions
     * @param submit for handing an envelope to one peer
     * @param statusCheck for asking a peer directly after a commit that the block stream has not shown
     * @param commit from sending until an operation is called UNKNOWN; a BFT network that loses its leader orders
     *     nothing for 23 s
     */
    public record Deadlines(
            Duration evaluate, Duration endorse, Duration submit, Duration statusCheck, Duration commit) {

        public static Deadlines standard() {
            return new Deadlines(
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(15),
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(2),
                    Duration.ofSeconds(60));
        }
    }

    /**
     * What is tried again, and how often (architecture.md, rules 10 and 13).
     *
     * @param conflicts new transactions after validation codes 11 and 12, and 10 when creating
     * @param stale repetitions of an endorsement or query that a lagging peer may have answered
     * @param stalePause between two of them, and between two rounds over unreachable peers
     * @param resendAfter silence after which the identical envelope is sent again and a peer asked directly
     * @param sweep between two looks at operations that stayed UNKNOWN
     */
    public record Retries(int conflicts, int stale, Duration stalePause, Duration resendAfter, Duration sweep) {

        public static Retries standard() {
            return new Retries(3, 10, Duration.ofMillis(200), Duration.ofSeconds(5), Duration.ofSeconds(30));
        }
    }
}

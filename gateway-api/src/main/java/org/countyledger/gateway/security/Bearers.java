package org.countyledger.gateway.security;

import org.countyledger.gateway.language.Text;
import org.countyledger.gateway.ledger.Roster;
import org.countyledger.gateway.problem.Finding;
import org.countyledger.gateway.problem.ProblemCode;
import org.countyledger.gateway.problem.ProblemException;
import org.springframework.stereotype.Component;

/** Officers by their bearer tokens, wherever in a request these stand. */
@Component
public final class Bearers {
    private static final Text UNKNOWN =
            new Text("令牌中的人员未在本网关登记。", "The token's subject is no officer of this gateway.");

    private final Tokens tokens;
    private final Roster roster;

    Bearers(Tokens tokens, Roster roster) {
        this.tokens = tokens;
        this.roster = roster;
    }

    /**
     * Whose token it is.
     *
     * @throws ProblemException if it is not valid, or leads to nobody
     */
    public Caller.Officer officer(String token) {
        return roster.officer(tokens.subject(token))
                .map(Caller.Officer::new)
                .orElseThrow(() -> new ProblemException(Finding.of(ProblemCode.NOT_ALLOWED, UNKNOWN)));
    }
}

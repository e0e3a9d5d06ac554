package org.countyledger.gateway.security;

import org.countyledger.client.ClientIdentity;
import org.countyledger.gateway.language.Text;
import org.countyledger.gateway.problem.Finding;
import org.countyledger.gateway.problem.ProblemCode;
import org.countyledger.gateway.problem.ProblemException;

/** For some officers this process signs; others keep their keys and sign what it prepares. Nobody does both. */
public final class HeldKeys {
    private static final Text ELSEWHERE = new Text(
            "本网关不持有该人员的私钥：请先取得待签提案（…/proposals），由本人签名后提交。",
            "This gateway does not have the officer's key: ask for a proposal at …/proposals and sign it.");
    private static final Text HERE =
            new Text("该人员的私钥由本网关持有，无须另行签名。", "This gateway has the officer's key and signs for the officer.");

    private HeldKeys() {}

    /** Refuses an officer who signs elsewhere. */
    public static ClientIdentity require(ClientIdentity identity) {
        if (!identity.hasKey()) {
            throw new ProblemException(Finding.of(ProblemCode.OWN_KEY_REQUIRED, ELSEWHERE));
        }
        return identity;
    }

    /** Lets in only an officer who signs elsewhere. */
    public static ClientIdentity requireOwn(Caller caller) {
        return switch (caller) {
            case Caller.Anonymous anonymous -> throw new ProblemException(ProblemCode.AUTHENTICATION_REQUIRED);
            case Caller.Officer officer -> {
                if (officer.identity().hasKey()) {
                    throw new ProblemException(Finding.of(ProblemCode.NOT_ALLOWED, HERE));
                }
                yield officer.identity();
            }
        };
    }
}

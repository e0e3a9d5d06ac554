package org.countyledger.gateway.audit;

import java.util.Set;
import org.countyledger.client.ClientIdentity;
import org.countyledger.domain.actor.Role;
import org.countyledger.gateway.problem.ProblemCode;
import org.countyledger.gateway.problem.ProblemException;
import org.countyledger.gateway.security.Call;
import org.countyledger.gateway.security.Caller;

/** Lets auditors in, by the role in their certificate. */
public final class Auditors {
    private static final Set<String> ROLES = Set.of(Role.AUDITOR.name(), Role.AUDIT_LEAD.name());

    private Auditors() {}

    public static ClientIdentity require(Call call) {
        return switch (call.caller()) {
            case Caller.Officer officer -> auditor(officer.identity());
            case Caller.Anonymous anonymous -> throw new ProblemException(ProblemCode.AUTHENTICATION_REQUIRED);
        };
    }

    private static ClientIdentity auditor(ClientIdentity officer) {
        if (!ROLES.contains(officer.entry().role())) {
            throw new ProblemException(ProblemCode.NOT_ALLOWED);
        }
        return officer;
    }
}

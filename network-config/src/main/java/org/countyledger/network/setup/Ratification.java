package org.countyledger.network.setup;

import java.util.Map;
import java.util.Optional;
import org.countyledger.domain.actor.Role;
import org.countyledger.domain.record.Clear;
import org.countyledger.domain.record.Header;
import org.countyledger.domain.record.Kind;
import org.countyledger.network.api.Draft;
import org.countyledger.network.api.GatewayApi;
import org.countyledger.network.api.Written;
import org.countyledger.network.directory.Purpose;

/** Proposes a policy by one organisation and ratifies it by another, unless it is ratified. */
record Ratification(GatewayApi gateway, Offices offices, Purpose purpose) {
    private static final String RATIFIED = "RATIFIED";
    private static final String OFFICER_DEPARTMENT = "civil-affairs";
    private static final String RATIFIER_DEPARTMENT = "audit";

    void ensure(String policy, Clear entries) {
        String id = policy + ":1";
        String officer = offices.one(OFFICER_DEPARTMENT, Role.POLICY_OFFICER);
        Optional<Header> there = gateway.find(officer, Kind.POLICY, id);
        if (there.filter(header -> header.state().equals(RATIFIED)).isPresent()) {
            return;
        }
        Written proposed = there.map(header -> new Written(
                        Kind.POLICY, id, header.seq(), header.position().lastTxId()))
                .orElseGet(() -> propose(officer, policy, entries));
        ratify(proposed);
    }

    private Written propose(String officer, String policy, Clear entries) {
        return gateway.officer(officer)
                .submit(Draft.creation(Kind.POLICY, policy + ":1", "propose")
                        .with(new Clear(Map.of(
                                "policy",
                                policy,
                                "version",
                                1,
                                "purpose",
                                purpose.name(),
                                "effectiveFrom",
                                Bootstrap.firstMoment(),
                                "appliesToOpen",
                                false,
                                "entries",
                                entries))));
    }

    private void ratify(Written proposed) {
        Draft draft = Draft.step(proposed, "ratify");
        gateway.officer(offices.one(RATIFIER_DEPARTMENT, Role.POLICY_RATIFIER))
                .submit(
                        purpose == Purpose.LEGAL
                                ? draft.with("documentDigest", Bootstrap.digest(proposed.id()))
                                : draft);
    }
}

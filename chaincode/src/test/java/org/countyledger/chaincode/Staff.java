package org.countyledger.chaincode;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.countyledger.client.ClientIdentities;
import org.countyledger.client.ClientIdentity;
import org.countyledger.client.IdentityEntry;
import org.countyledger.embedded.testing.ThrowawayIdentity;
import org.countyledger.embedded.testing.ThrowawayNetwork;

/** Certificates of the officers and machines of these tests, by subject. */
final class Staff {
    private static final String CIVIL = "CivilAffairsMSP";
    private static final String GOVERNANCE = "GovernanceMSP";
    private static final String AUDIT = "AuditMSP";

    private static final List<Member> MEMBERS = List.of(
            new Member("CONDUIT", CIVIL, "civil-affairs", ""),
            new Member("TOWN_CLERK", CIVIL, "civil-affairs", "CA1"),
            new Member("TOWN_LEAD", CIVIL, "civil-affairs", "CA2"),
            new Member("POLICY_OFFICER", CIVIL, "civil-affairs", "CA3"),
            new Member("POLICY_RATIFIER", GOVERNANCE, "grid-centre", "GO1"),
            new Member("AUDITOR", AUDIT, "audit", "AU1"),
            new Member("DPO", CIVIL, "civil-affairs", "CA9"),
            new Member("SYSTEM_TIMER", CIVIL, "civil-affairs", ""));

    private record Member(String role, String mspId, String department, String staff) {
        Map<String, String> attributes() {
            Map<String, String> attributes = new TreeMap<>(Map.of("role", role, "dept", department));
            if (!staff.isEmpty()) {
                attributes.put("staff", staff);
                attributes.put("town", County.TOWN);
            }
            return attributes;
        }
    }

    private final Map<String, ThrowawayIdentity> issued = new LinkedHashMap<>();

    Staff(ThrowawayNetwork network) {
        for (Member member : MEMBERS) {
            issued.put(member.role(), network.organization(member.mspId()).client(member.role(), member.attributes()));
        }
    }

    ThrowawayIdentity certificate(String subject) {
        return Objects.requireNonNull(issued.get(subject), subject);
    }

    ClientIdentities identities() {
        return new ClientIdentities(MEMBERS.stream().map(this::identity).toList());
    }

    private ClientIdentity identity(Member member) {
        ThrowawayIdentity identity = certificate(member.role());
        IdentityEntry entry = new IdentityEntry(
                member.role(),
                member.mspId(),
                member.department(),
                member.role(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "",
                Optional.empty());
        return new ClientIdentity(entry, identity.certificate(), identity.privateKey());
    }
}

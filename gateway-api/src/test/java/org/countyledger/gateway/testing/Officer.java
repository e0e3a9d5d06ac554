package org.countyledger.gateway.testing;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.countyledger.client.IdentityEntry;

/** An officer or machine of the test county. */
public record Officer(
        String mspId, String department, String role, Optional<String> staff, Optional<String> town, boolean ownKey) {
    public static final String TOWN = "330183001";
    public static final Officer CLERK =
            officer("CivilAffairsMSP", "civil-affairs", "CA1001", "TOWN_CLERK").of(TOWN);
    public static final Officer SECOND_CLERK =
            officer("CivilAffairsMSP", "civil-affairs", "CA1002", "TOWN_CLERK").of(TOWN);
    public static final Officer OTHER_TOWN =
            officer("CivilAffairsMSP", "civil-affairs", "CA1009", "TOWN_CLERK").of("330183002");
    public static final Officer OWN_KEY = officer("CivilAffairsMSP", "civil-affairs", "CA1011", "TOWN_CLERK")
            .of(TOWN)
            .withOwnKey();
    public static final Officer OTHER_OWN_KEY = officer("CivilAffairsMSP", "civil-affairs", "CA1012", "TOWN_CLERK")
            .of(TOWN)
            .withOwnKey();
    public static final Officer TOWN_LEAD =
            officer("CivilAffairsMSP", "civil-affairs", "CA1003", "TOWN_LEAD").of(TOWN);
    public static final Officer DECIDER = officer("CivilAffairsMSP", "civil-affairs", "CA1005", "COUNTY_DECIDER");
    public static final Officer EDUCATION_DECIDER = officer("CivilAffairsMSP", "education", "CA1006", "COUNTY_DECIDER");
    public static final Officer POLICY = officer("CivilAffairsMSP", "civil-affairs", "CA1007", "POLICY_OFFICER");
    public static final Officer RATIFIER = officer("GovernanceMSP", "grid-centre", "GO1001", "POLICY_RATIFIER");
    public static final Officer REGISTRAR = officer("GovernanceMSP", "petitions", "GO1002", "PETITION_REGISTRAR");
    public static final Officer AUDITOR = officer("AuditMSP", "audit", "AU1001", "AUDITOR");
    public static final Officer SUPERVISOR = officer("GovernanceMSP", "petitions", "GO1003", "SUPERVISOR");
    public static final Officer MODEL_AUTHOR = officer("GovernanceMSP", "petitions", "GO1004", "MODEL_AUTHOR");
    public static final Officer MODEL_VALIDATOR = officer("AuditMSP", "audit", "AU1002", "MODEL_VALIDATOR");
    public static final Officer MODEL_SPONSOR = officer("CivilAffairsMSP", "civil-affairs", "CA1008", "MODEL_SPONSOR");
    public static final Officer SECOND_SPONSOR = officer("GovernanceMSP", "petitions", "GO1005", "MODEL_SPONSOR");
    public static final Officer AUDIT_LEAD = officer("AuditMSP", "audit", "AU1003", "AUDIT_LEAD");
    public static final Officer SCORING_NODE = machine("GovernanceMSP", "petitions", "SCORING_NODE");
    public static final Officer INSTALLER = officer("EcologyMSP", "ecology", "EC1001", "SENSOR_INSTALLER");

    private static Officer officer(String mspId, String department, String staff, String role) {
        return new Officer(mspId, department, role, Optional.of(staff), Optional.empty(), false);
    }

    static Officer machine(String mspId, String department, String role) {
        return new Officer(mspId, department, role, Optional.empty(), Optional.empty(), false);
    }

    private Officer of(String newTown) {
        return new Officer(mspId, department, role, staff, Optional.of(newTown), ownKey);
    }

    private Officer withOwnKey() {
        return new Officer(mspId, department, role, staff, town, true);
    }

    /** Name of the identity, and subject of its tokens. */
    public String subject() {
        return staff.orElse(mspId) + "." + role;
    }

    Map<String, String> attributes() {
        Map<String, String> attributes = new TreeMap<>(Map.of("role", role, "dept", department));
        staff.ifPresent(number -> attributes.put("staff", number));
        town.ifPresent(code -> attributes.put("town", code));
        return attributes;
    }

    IdentityEntry entry() {
        String folder = "identities/" + subject() + "/";
        return new IdentityEntry(
                subject(),
                mspId,
                department,
                role,
                staff,
                town,
                Optional.empty(),
                folder + "cert.pem",
                ownKey ? Optional.empty() : Optional.of(folder + "key.pem"));
    }
}

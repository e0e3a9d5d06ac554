package org.countyledger.risk.scorer;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.countyledger.client.IdentityEntry;

/** Who founds the test county, lets a model into use and handles grievances, and the scoring node. */
enum Officer {
    POLICY_OFFICER("CivilAffairsMSP", "civil-affairs", "CA1"),
    POLICY_RATIFIER("GovernanceMSP", "petitions", "GO1"),
    MODEL_AUTHOR("GovernanceMSP", "petitions", "GO2"),
    MODEL_VALIDATOR("AuditMSP", "audit", "AU1"),
    MODEL_SPONSOR("CivilAffairsMSP", "civil-affairs", "CA2"),
    SECOND_SPONSOR("GovernanceMSP", "petitions", "GO3"),
    AUDIT_LEAD("AuditMSP", "audit", "AU2"),
    AUDITOR("AuditMSP", "audit", "AU3"),
    PETITION_REGISTRAR("GovernanceMSP", "petitions", "GO4"),
    SUPERVISOR("GovernanceMSP", "petitions", "GO5"),
    CASE_OFFICER("GovernanceMSP", "petitions", "GO6"),
    UNIT_LEAD("GovernanceMSP", "public-security", "GO7"),
    UNIT_OFFICER("GovernanceMSP", "public-security", "GO8"),
    MARKET_OFFICER("GovernanceMSP", "market-regulation", "GO9"),
    SCORING_NODE("GovernanceMSP", "petitions", ""),
    WATCHING_NODE("AuditMSP", "audit", "");

    private final String mspId;
    private final String department;
    private final String staff;

    Officer(String mspId, String department, String staff) {
        this.mspId = mspId;
        this.department = department;
        this.staff = staff;
    }

    /** The one who reads scores in a department. */
    static Officer of(String department) {
        return switch (department) {
            case "public-security" -> UNIT_OFFICER;
            case "market-regulation" -> MARKET_OFFICER;
            default -> CASE_OFFICER;
        };
    }

    String mspId() {
        return mspId;
    }

    private String role() {
        return switch (this) {
            case SECOND_SPONSOR -> "MODEL_SPONSOR";
            case UNIT_LEAD -> "CASE_OFFICER_LEAD";
            case WATCHING_NODE -> "SCORING_NODE";
            case UNIT_OFFICER, MARKET_OFFICER -> "CASE_OFFICER";
            default -> name();
        };
    }

    String subject() {
        return (staff.isEmpty() ? mspId : staff) + "." + role();
    }

    Map<String, String> attributes() {
        Map<String, String> attributes = new TreeMap<>(Map.of("role", role(), "dept", department));
        if (!staff.isEmpty()) {
            attributes.put("staff", staff);
        }
        return attributes;
    }

    IdentityEntry entry() {
        String folder = "identities/" + subject() + "/";
        return new IdentityEntry(
                subject(),
                mspId,
                department,
                role(),
                Optional.of(staff).filter(number -> !number.isEmpty()),
                Optional.empty(),
                Optional.empty(),
                folder + "cert.pem",
                Optional.of(folder + "key.pem"));
    }
}

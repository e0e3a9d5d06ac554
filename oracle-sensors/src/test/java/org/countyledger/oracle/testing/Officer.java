package org.countyledger.oracle.testing;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.countyledger.client.IdentityEntry;

/** Who founds the test county, and its oracle node. */
enum Officer {
    POLICY_OFFICER("CivilAffairsMSP", "civil-affairs", "CA1"),
    POLICY_RATIFIER("GovernanceMSP", "grid-centre", "GO1"),
    GRID_LEAD("GovernanceMSP", "grid-centre", "GO2"),
    CALIBRATOR("GovernanceMSP", "market-regulation", "GO3"),
    SENSOR_INSTALLER("EcologyMSP", "ecology", "EC1"),
    ENV_INSPECTOR("EcologyMSP", "ecology", "EC2"),
    ORACLE_NODE("EcologyMSP", "ecology", "");

    private final String mspId;
    private final String department;
    private final String staff;

    Officer(String mspId, String department, String staff) {
        this.mspId = mspId;
        this.department = department;
        this.staff = staff;
    }

    String mspId() {
        return mspId;
    }

    String subject() {
        return (staff.isEmpty() ? mspId : staff) + "." + name();
    }

    Map<String, String> attributes() {
        Map<String, String> attributes = new TreeMap<>(Map.of("role", name(), "dept", department));
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
                name(),
                Optional.of(staff).filter(number -> !number.isEmpty()),
                Optional.empty(),
                Optional.empty(),
                folder + "cert.pem",
                Optional.of(folder + "key.pem"));
    }
}

package org.countyledger.acceptance.testing;

/** The officers of the bundled inventory whom the tests meet; the town is Yunxi. */
public record Offices(County county) {

    public Officer clerk() {
        return county.officer("civil-affairs", "TOWN_CLERK", "CA1001");
    }

    public Officer surveyor() {
        return county.officer("civil-affairs", "TOWN_CLERK", "CA1002");
    }

    public Officer secondSurveyor() {
        return county.officer("civil-affairs", "TOWN_CLERK", "CA1003");
    }

    public Officer clerkOfAnotherTown() {
        return county.officer("civil-affairs", "TOWN_CLERK", "CA1011");
    }

    public Officer lead() {
        return county.officer("civil-affairs", "TOWN_LEAD", "CA1004");
    }

    public Officer decider() {
        return county.officer("civil-affairs", "COUNTY_DECIDER", "CA1103");
    }

    public Officer deciderOfEducation() {
        return county.officer("education", "COUNTY_DECIDER", "CA1123");
    }

    /** One person by two certificates. */
    public Officer twoDutiesAsClerk() {
        return county.officer("civil-affairs", "TOWN_CLERK", "CA1090");
    }

    public Officer twoDutiesAsDecider() {
        return county.officer("civil-affairs", "COUNTY_DECIDER", "CA1090");
    }

    public Officer finance() {
        return county.officer("finance", "FINANCE_OFFICER", "CA1201");
    }

    public Officer financeChecker() {
        return county.officer("finance", "FINANCE_CHECKER", "CA1203");
    }

    public Officer auditor() {
        return county.officer("audit", "AUDITOR", "AU4001");
    }

    /** Who answers for the protection of personal data. */
    public Officer protector() {
        return county.officer("civil-affairs", "DPO", "CA1707");
    }

    public Officer registrar() {
        return county.officer("petitions", "PETITION_REGISTRAR", "GV2101");
    }

    public Officer supervisor() {
        return county.officer("petitions", "SUPERVISOR", "GV2104");
    }

    public Officer petitionsLead() {
        return county.officer("petitions", "CASE_OFFICER_LEAD", "GV2806");
    }

    public Officer caseOfficer() {
        return county.officer("natural-resources", "CASE_OFFICER", "EC3804");
    }

    public Officer caseLead() {
        return county.officer("natural-resources", "CASE_OFFICER_LEAD", "EC3806");
    }

    public Officer installer() {
        return county.officer("ecology", "SENSOR_INSTALLER", "EC3006");
    }

    public Officer inspector() {
        return county.officer("ecology", "ENV_INSPECTOR", "EC3003");
    }

    public Officer duty() {
        return county.officer("ecology", "ENV_DUTY", "EC3001");
    }

    public Officer calibrator() {
        return county.officer("market-regulation", "CALIBRATOR", "GV2401");
    }

    /** The worker of a grid. */
    public Officer gridWorker(String grid) {
        return switch (grid) {
            case "990121101001" -> county.officer("grid-centre", "GRID_WORKER", "GV2001");
            case "990121102001" -> county.officer("grid-centre", "GRID_WORKER", "GV2011");
            default -> throw new IllegalArgumentException("no test works in grid " + grid);
        };
    }
}

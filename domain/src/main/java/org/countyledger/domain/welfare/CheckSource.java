package org.countyledger.domain.welfare;

/**
 * What the check system may be asked (Social Assistance Law 41), with the department that answers for it; never the
 * applicant (62(2)).
 */
public enum CheckSource {
    HOUSEHOLD_REGISTER("public-security"),
    VEHICLE("public-security"),
    MARRIAGE("civil-affairs"),
    FUNERAL("civil-affairs"),
    EMPLOYMENT("human-resources"),
    SOCIAL_INSURANCE("human-resources"),
    MEDICAL_EXPENSE("medical-insurance"),
    REAL_ESTATE("natural-resources"),
    BUSINESS_REGISTER("market-regulation"),
    TAX("finance"),
    HOUSING_FUND("finance"),
    DEPOSIT("finance"),
    SECURITIES("finance"),
    STUDENT_REGISTER("education");

    private final String department;

    CheckSource(String department) {
        this.department = department;
    }

    String department() {
        return department;
    }
}

package org.countyledger.domain.welfare;

/**
 * Programmes of social assistance (Social Assistance Law 13, 15) with the department that decides them, all of
 * CivilAffairsMSP.
 */
public enum Programme {
    DIBAO("civil-affairs"),
    DIBAO_EDGE("civil-affairs"),
    TEKUN("civil-affairs"),
    RIGID_EXPENSE("civil-affairs"),
    MEDICAL("medical-insurance"),
    EDUCATION("education"),
    HOUSING("civil-affairs"),
    EMPLOYMENT("human-resources"),
    DISASTER("civil-affairs"),
    TEMP_RELIEF("civil-affairs");

    static final String OWNER = "CivilAffairsMSP";

    private final String department;

    Programme(String department) {
        this.department = department;
    }

    String department() {
        return department;
    }
}

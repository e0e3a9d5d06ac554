package org.countyledger.domain.record;

/** What a record key stands for (domain.md 3.6). */
public enum KeyRole {
    HOLDER,
    PROXY,
    PARTY_1,
    PARTY_2,
    PARTY_3,
    PARTY_4,
    PARTY_5,
    OBJECTOR,
    WITNESS
}

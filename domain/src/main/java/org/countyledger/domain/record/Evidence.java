package org.countyledger.domain.record;

/** Evidence in clear: what sort it is and its salted commitment (domain.md 3.5). */
public record Evidence(EvidenceCode evidenceCode, String commitment) {
    public Evidence {
        Hex.digest("commitment", commitment);
    }
}

package org.countyledger.acceptance;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;

/** A module, the package that it has for itself, and what it may know of the others. */
enum House {
    DOMAIN("domain", "domain"),
    CHAINCODE("chaincode", "chaincode"),
    LEDGER_CLIENT("ledger-client", "client"),
    GATEWAY("gateway-api", "gateway"),
    ORACLE("oracle-sensors", "oracle"),
    RISK("risk-scoring", "risk"),
    VALIDATION("ledger-validation", "ledger"),
    EMBEDDED("embedded-ledger", "embedded"),
    NETWORK("network-config", "network"),
    BENCHMARKS("benchmarks", "benchmarks");

    static final String OURS = "org.countyledger.";

    private final String module;
    private final String root;

    House(String module, String name) {
        this.module = module;
        this.root = OURS + name;
    }

    String module() {
        return module;
    }

    /** The arrows of docs/architecture.md that begin here. */
    List<House> knows() {
        return switch (this) {
            case DOMAIN, VALIDATION -> List.of();
            case CHAINCODE, LEDGER_CLIENT -> List.of(DOMAIN);
            case GATEWAY -> List.of(DOMAIN, LEDGER_CLIENT, VALIDATION);
            case ORACLE, RISK -> List.of(DOMAIN, LEDGER_CLIENT);
            case EMBEDDED -> List.of(VALIDATION);
            case NETWORK -> List.of(DOMAIN, LEDGER_CLIENT, VALIDATION, RISK);
            case BENCHMARKS -> List.of(DOMAIN, LEDGER_CLIENT, VALIDATION, NETWORK);
        };
    }

    boolean owns(JavaClass type) {
        return type.getPackageName().equals(root) || type.getPackageName().startsWith(root + ".");
    }
}

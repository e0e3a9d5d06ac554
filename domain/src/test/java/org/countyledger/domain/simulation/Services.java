package org.countyledger.domain.simulation;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.countyledger.domain.actor.Actor;
import org.countyledger.domain.actor.Role;
import org.countyledger.domain.record.Kind;
import org.countyledger.domain.testing.Officers;
import org.countyledger.domain.testing.Target;

/** Who serves the county: providers with a resource each and a contract, and which of their slots are taken. */
final class Services {
    private static final int PROVIDERS = 3;
    private static final int PER_DAY = 4;
    private static final String TO = "2026-12-31";

    private final Desk desk;
    private final Map<String, Target> resources = new HashMap<>();
    private final Map<String, Target> contracts = new HashMap<>();
    private final Map<String, Integer> taken = new HashMap<>();

    Services(Desk desk) {
        this.desk = desk;
        for (int n = 1; n <= PROVIDERS; n++) {
            String unit = "U-0" + n;
            register(unit);
            resources.put(unit, offered(unit));
            contracts.put(unit, contracted(unit));
        }
    }

    static Actor provider(String unit) {
        int n = unit.charAt(unit.length() - 1) - '0';
        return Officers.at(Officers.CIVIL_AFFAIRS, "provider-" + unit, Officers.officer(Role.PROVIDER, n));
    }

    private void register(String unit) {
        desk.by(Officers.POLICY_OFFICER, new Target(Kind.ORG_UNIT, unit))
                .does("register")
                .with("code", unit)
                .with("town", desk.cadre().towns().getFirst())
                .with("names", List.of("Station " + unit))
                .with("publicPhone", "0571-00000000")
                .with("complaintPhone", "0571-00000000")
                .accepted();
    }

    private Target offered(String unit) {
        Target resource = desk.county().newRecord(Kind.RESOURCE);
        desk.by(Officers.officer(Role.NEEDS_OFFICER, 1), resource)
                .does("register")
                .with("provider", unit)
                .with("serviceCodes", List.of("HOME_CARE"))
                .with("homeTown", desk.cadre().towns().getFirst())
                .with("townsServed", desk.cadre().towns())
                .with("capacityPerDay", PER_DAY)
                .with("hours", "08:00-18:00")
                .with("priceFen", 0)
                .staging("contact")
                .accepted();
        desk.by(Officers.officer(Role.NEEDS_OFFICER, 2), resource)
                .does("open")
                .with("until", TO)
                .staging("licence")
                .accepted();
        return resource;
    }

    private Target contracted(String unit) {
        Target contract = desk.county().newRecord(Kind.PPP_CONTRACT);
        desk.by(Officers.officer(Role.CONTRACT_MANAGER, 1), contract)
                .does("draft")
                .with("procurementRef", "P-" + unit)
                .with("provider", unit)
                .with("serviceCode", "CLINIC")
                .with("from", "2026-01-01")
                .with("to", TO)
                .with("feeFen", 1_000_000)
                .with("kpiVersion", 1)
                .staging("text")
                .accepted();
        String text = desk.header(contract).group("text").orElseThrow().commitment();
        desk.by(provider(unit), contract)
                .does("signProvider")
                .with("textCommitment", text)
                .accepted();
        desk.by(Officers.officer(Role.CONTRACT_MANAGER, 2), contract)
                .does("signDepartment")
                .with("textCommitment", text)
                .accepted();
        desk.byTimer(contract).does("activate").accepted();
        return contract;
    }

    List<String> units() {
        return resources.keySet().stream().sorted().toList();
    }

    Target contract(String unit) {
        return Optional.ofNullable(contracts.get(unit)).orElseThrow();
    }

    /** Ids of all resources, in one order. */
    List<String> resources() {
        return resources.values().stream().map(Target::id).sorted().toList();
    }

    String unitOf(String resource) {
        return resources.entrySet().stream()
                .filter(entry -> entry.getValue().id().equals(resource))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    /** The number of the next slot of this day, if one is left. */
    Optional<Integer> nextSlot(String resource, LocalDate day) {
        int slot = taken.getOrDefault(resource + day, 0) + 1;
        if (slot > PER_DAY) {
            return Optional.empty();
        }
        taken.put(resource + day, slot);
        return Optional.of(slot);
    }
}

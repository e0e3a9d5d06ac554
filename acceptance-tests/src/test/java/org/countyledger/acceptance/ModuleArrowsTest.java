package org.countyledger.acceptance;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.countyledger.acceptance.testing.Checkout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The arrows between modules are those of docs/architecture.md, "The houses". Every rule is also held against classes of
 * another house that break it, so that none of them passes by seeing nothing.
 */
class ModuleArrowsTest {
    private static final Map<House, JavaClasses> CLASSES = read();

    private static Map<House, JavaClasses> read() {
        Map<House, JavaClasses> classes = new EnumMap<>(House.class);
        for (House house : House.values()) {
            classes.put(house, new ClassFileImporter().importPath(Checkout.classes(house.module())));
        }
        return classes;
    }

    private static JavaClasses of(House house) {
        return Optional.ofNullable(CLASSES.get(house)).orElseThrow();
    }

    /** Holds for the one, and can fail, because the other breaks it. */
    private static void holds(ArchRule rule, House house, House counterexample) {
        rule.check(of(house));
        assertThat(rule.evaluate(of(counterexample)).hasViolation())
                .as("that %s can fail: %s breaks it", rule.getDescription(), counterexample)
                .isTrue();
    }

    private static ArchRule knowsNothingOf(String... packages) {
        return noClasses().should().dependOnClassesThat().resideInAnyPackage(packages);
    }

    @ParameterizedTest
    @EnumSource(House.class)
    void everyHouseIsSeenWholeAndHasItsOwnPackage(House house) throws IOException {
        try (Stream<Path> files = Files.walk(Checkout.classes(house.module()))) {
            long compiled = files.map(Path::toString)
                    .filter(file -> file.endsWith(".class") && !file.endsWith("package-info.class"))
                    .count();
            assertThat(of(house).stream().filter(type -> !type.getSimpleName().equals("package-info")))
                    .hasSize(Math.toIntExact(compiled))
                    .isNotEmpty()
                    .allMatch(house::owns);
        }
    }

    @Test
    void theArrowsBetweenTheHousesAreThoseOfTheArchitectureAndNoOthers() {
        for (House house : House.values()) {
            Set<House> known = new TreeSet<>();
            of(house).stream()
                    .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                    .map(dependency -> dependency.getTargetClass().getBaseComponentType())
                    .filter(type -> type.getPackageName().startsWith(House.OURS) && !house.owns(type))
                    .forEach(type -> known.add(owner(type)));
            assertThat(known).as("what %s knows", house).containsExactlyInAnyOrderElementsOf(house.knows());
        }
    }

    private static House owner(JavaClass type) {
        return Arrays.stream(House.values())
                .filter(house -> house.owns(type))
                .findFirst()
                .orElseThrow(() -> new AssertionError(type.getName() + " is in no house"));
    }

    @Test
    void theDomainKnowsNeitherFabricNorSpringNorReactorNorTribuo() {
        holds(knowsNothingOf("org.hyperledger..", "io.grpc..", "com.google.protobuf.."), House.DOMAIN, House.CHAINCODE);
        holds(knowsNothingOf("org.springframework.."), House.DOMAIN, House.GATEWAY);
        holds(knowsNothingOf("reactor..", "org.reactivestreams.."), House.DOMAIN, House.GATEWAY);
        knowsNothingOf("org.tribuo..").check(of(House.DOMAIN));
    }

    @Test
    void theDomainDoesNoInputAndNoOutput() {
        ArchRule rule = noClasses()
                .should()
                .dependOnClassesThat(inPackages("java.nio.file", "java.nio.channels", "java.net", "java.sql")
                        .or(named("java.io.File", "java.io.Reader", "java.io.FileInputStream", "java.io.PrintStream"))
                        .or(named("java.util.logging.Logger", "java.lang.System$Logger", "java.lang.ProcessBuilder")));
        holds(rule, House.DOMAIN, House.NETWORK);
    }

    @Test
    void theDomainHasNoClockNoRandomnessAndNoEnvironment() {
        holds(noClasses().should().accessTargetWhere(Reads.CLOCK), House.DOMAIN, House.CHAINCODE);
        holds(noClasses().should().accessTargetWhere(Reads.CHANCE), House.DOMAIN, House.NETWORK);
        holds(noClasses().should().accessTargetWhere(Reads.ENVIRONMENT), House.DOMAIN, House.NETWORK);
        holds(noClasses().should().dependOnClassesThat(named("java.time.Clock")), House.DOMAIN, House.CHAINCODE);
    }

    @Test
    void theChaincodeUsesAClockInOnePlaceAndNoChance() {
        assertThat(of(House.CHAINCODE).stream()
                        .flatMap(type -> type.getAccessesFromSelf().stream())
                        .filter(Reads.CLOCK)
                        .map(access -> access.getOriginOwner().getSimpleName()))
                .containsExactly("TransactionTime");
        holds(noClasses().should().accessTargetWhere(Reads.CHANCE), House.CHAINCODE, House.NETWORK);
    }

    @Test
    void onlyTheLedgerClientSpeaksToFabricAsAClient() {
        ArchRule rule = knowsNothingOf("org.hyperledger.fabric.client", "io.grpc..");
        for (House house : List.of(House.GATEWAY, House.ORACLE, House.RISK, House.CHAINCODE, House.DOMAIN)) {
            holds(rule, house, House.LEDGER_CLIENT);
        }
    }

    @Test
    void onlyTheContractKnowsTheShim() {
        for (House house : List.of(House.GATEWAY, House.ORACLE, House.LEDGER_CLIENT, House.DOMAIN, House.NETWORK)) {
            holds(knowsNothingOf("org.hyperledger.fabric.shim.."), house, House.CHAINCODE);
        }
    }

    private static DescribedPredicate<JavaClass> named(String... names) {
        Set<String> wanted = Set.of(names);
        return describe("named " + wanted, type -> wanted.contains(type.getName()));
    }

    private static DescribedPredicate<JavaClass> inPackages(String... names) {
        Set<String> wanted = Set.of(names);
        return describe("in " + wanted, type -> wanted.contains(type.getPackageName()));
    }
}

package org.countyledger.risk;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;

class SeamTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(location -> !location.contains("/test"))
            .importPackages("org.countyledger.risk");

    @Test
    void onlyTrainingKnowsTribuo() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..risk.training..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.tribuo..", "ml.dmlc..")
                .check(CLASSES);
    }

    @Test
    void packagesDependOneWay() {
        slices().matching("org.countyledger.risk.(*)..")
                .should()
                .beFreeOfCycles()
                .check(CLASSES);
    }

    @Test
    void whatScoresHasNoClockNoChanceAndNoUnspecifiedMathematics() {
        noClasses()
                .that()
                .resideInAnyPackage("..risk.forest..", "..risk.explain..")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.Random")
                .orShould()
                .callMethod(Math.class, "exp", double.class)
                .orShould()
                .callMethod(Math.class, "log", double.class)
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(CLASSES);
    }
}

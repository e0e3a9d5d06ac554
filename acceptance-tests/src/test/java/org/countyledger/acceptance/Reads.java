package org.countyledger.acceptance;

import static com.tngtech.archunit.base.DescribedPredicate.describe;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Calls that make two peers differ. */
final class Reads {
    private static final Set<String> TIME =
            Set.of("java.lang.System.currentTimeMillis", "java.lang.System.nanoTime", "java.util.Date.<init>");

    static final DescribedPredicate<JavaAccess<?>> CLOCK = describe(
            "read a clock",
            access -> TIME.contains(target(access))
                    || (owner(access).startsWith("java.time.")
                            && access.getName().equals("now"))
                    || (owner(access).equals("java.time.Clock")
                            && Set.of("instant", "millis").contains(access.getName())));

    static final DescribedPredicate<JavaAccess<?>> CHANCE = describe(
            "use chance",
            access -> owner(access).matches("java\\.(util|security)\\.(\\w+\\.)*\\w*Random(Generator)?")
                    || target(access).equals("java.lang.Math.random")
                    || target(access).equals("java.util.UUID.randomUUID"));

    static final DescribedPredicate<JavaAccess<?>> ENVIRONMENT = describe(
            "read the environment",
            access -> Stream.of("getenv", "getProperty", "getProperties")
                    .map("java.lang.System."::concat)
                    .collect(Collectors.toSet())
                    .contains(target(access)));

    private Reads() {}

    private static String owner(JavaAccess<?> access) {
        return access.getTargetOwner().getName();
    }

    private static String target(JavaAccess<?> access) {
        return owner(access) + "." + access.getName();
    }
}

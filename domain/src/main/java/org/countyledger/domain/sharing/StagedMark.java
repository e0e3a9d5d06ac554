package org.countyledger.domain.sharing;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.countyledger.domain.contract.Facts;
import org.countyledger.domain.policy.PolicyBook;
import org.countyledger.domain.record.Clock.Period;
import org.countyledger.domain.record.Clock.Unit;
import org.countyledger.domain.record.Digests;
import org.countyledger.domain.record.Kind;
import org.countyledger.domain.record.PrivateValue;
import org.countyledger.domain.time.DueDate;

/**
 * When a value was staged: a private value beside it, under a salt that derives from the value, so that no hash without a
 * salt is written here either and every endorser of the owner writes the same.
 */
public final class StagedMark {
    private static final byte[] DOMAIN = "county/staged/v1".getBytes(StandardCharsets.UTF_8);
    private static final String GROUP = "staged";
    private static final String AT = "at";
    private static final Period UNUSED = new Period(72, Unit.h);

    private StagedMark() {}

    public static byte[] of(byte[] value, Instant at) {
        ByteArrayOutputStream seed = new ByteArrayOutputStream();
        seed.writeBytes(DOMAIN);
        seed.writeBytes(value);
        byte[] salt = Digests.sha256(seed.toByteArray());
        return PrivateValue.of(Kind.ACCESS_RECORD, GROUP, salt, Map.of(AT, at.toString()))
                .bytes();
    }

    /** Whether what was not used until now may be swept. */
    public static boolean isDue(byte[] mark, Instant at, Facts facts) {
        Instant staged =
                Instant.parse(String.valueOf(PrivateValue.parse(mark).content().get(AT)));
        PolicyBook policies = new PolicyBook(facts);
        Period unused = policies.at("staging", at)
                .flatMap(policy -> policy.period("unused"))
                .map(named -> named.period())
                .orElse(UNUSED);
        return !at.isBefore(
                DueDate.of(staged, unused, false, policies.calendar(at)).at());
    }
}

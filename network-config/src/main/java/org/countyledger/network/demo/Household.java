package org.countyledger.network.demo;

import java.util.List;
import java.util.Random;

/**
 * An invented household. What it declares stands in the private collection of who owns the record; the ledger sees its size
 * band and a commitment.
 *
 * @param identityNumber of a form that no authority issues: its region does not exist
 * @param incomeFen of a month
 */
public record Household(
        String name, String identityNumber, String phone, List<String> attachments, int persons, long incomeFen) {
    private static final int LARGEST = 6;
    private static final int RICHEST_FEN = 300_000;
    private static final int BAND_LIMIT = 5;
    private static final int LIMIT = 100_000_000;
    private static final int ENDS = 10_000;
    private static final List<String> FAMILIES = List.of("赵", "钱", "孙", "李", "周", "吴", "郑", "王");
    private static final List<String> GIVEN = List.of("秀兰", "建国", "桂英", "志强", "玉梅", "海涛");

    /** Every name that a household may have. */
    public static List<String> names() {
        return FAMILIES.stream()
                .flatMap(family -> GIVEN.stream().map(given -> family + given))
                .toList();
    }

    static Household next(Random chance) {
        String name = FAMILIES.get(chance.nextInt(FAMILIES.size())) + GIVEN.get(chance.nextInt(GIVEN.size()));
        return new Household(
                name,
                "999999%08d%04d".formatted(chance.nextInt(LIMIT), chance.nextInt(ENDS)),
                "199%08d".formatted(chance.nextInt(LIMIT)),
                List.of("户口簿-" + name + ".jpg"),
                1 + chance.nextInt(LARGEST),
                chance.nextInt(RICHEST_FEN));
    }

    /** Size as it may stand in clear. */
    String band() {
        return persons >= BAND_LIMIT ? BAND_LIMIT + "+" : Integer.toString(persons);
    }
}

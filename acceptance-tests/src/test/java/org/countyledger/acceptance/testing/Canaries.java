package org.countyledger.acceptance.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Names, numbers, telephones, texts and file names that stand nowhere else, and in which group each was planted. */
public final class Canaries {
    private static final int FIRST_IDEOGRAPH = 0x4e00;
    private static final int IDEOGRAPHS = 0x5000;
    private static final long NUMBERS = 1_000_000_000_000L;

    private final Random random;
    private final Map<String, List<String>> planted = new TreeMap<>();

    public Canaries(long seed) {
        this.random = new Random(seed);
    }

    /** The commitment of a paper with a fresh canary of each sort. */
    public String paper(Kind kind, String group) {
        String name = ideographs(6);
        String number = "99999" + number();
        String phone = "199" + number();
        String text = ideographs(12);
        String file = "scan-" + number() + ".jpg";
        planted.computeIfAbsent(group, unused -> new ArrayList<>()).addAll(List.of(name, number, phone, text, file));
        return Papers.saying(
                kind,
                group,
                Map.of(
                        "name", name,
                        "idNumber", number,
                        "phone", phone,
                        "text", text,
                        "files", List.of(Map.of("name", file, "type", "image/jpeg", "size", random.nextInt(1 << 20)))));
    }

    /** A text that somebody tries to bring in where it does not belong. */
    public String stray() {
        String stray = "stray" + number();
        planted.computeIfAbsent("stray", unused -> new ArrayList<>()).add(stray);
        return stray;
    }

    private String number() {
        return "%012d".formatted(Math.floorMod(random.nextLong(), NUMBERS));
    }

    private String ideographs(int count) {
        return random.ints(count, FIRST_IDEOGRAPH, FIRST_IDEOGRAPH + IDEOGRAPHS)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** Canaries of these groups. */
    public List<String> of(List<String> groups) {
        return groups.stream()
                .flatMap(group -> planted.getOrDefault(group, List.of()).stream())
                .toList();
    }

    public List<String> all() {
        return planted.values().stream().flatMap(List::stream).toList();
    }
}

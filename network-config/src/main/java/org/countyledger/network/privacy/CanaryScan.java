package org.countyledger.network.privacy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Looks for planted names, numbers, texts and file names in bytes, whatever they belong to: as UTF-8, as UTF-16 and inside
 * base64. It says where something was found, never what.
 */
public final class CanaryScan {
    private static final List<Charset> CHARSETS =
            List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16BE, StandardCharsets.UTF_16LE);
    private static final int BASE64_GROUP = 3;

    private final List<List<String>> forms;

    /** A scan for these texts. */
    public CanaryScan(Collection<String> canaries) {
        this.forms = canaries.stream().map(CanaryScan::forms).toList();
    }

    /**
     * A place where something was found.
     *
     * @param canary number of the text, from 0
     */
    public record Finding(String place, int canary) {}

    /** All findings in bytes that are called {@code place}. */
    public List<Finding> in(String place, byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < forms.size(); i++) {
            if (forms.get(i).stream().anyMatch(text::contains)) {
                findings.add(new Finding(place, i));
            }
        }
        return findings;
    }

    /** All findings in names and contents of the files below a directory that are wanted. */
    public List<Finding> below(Path directory, Predicate<Path> wanted) {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile)
                    .filter(wanted)
                    .flatMap(file -> in(file).stream())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(directory + " cannot be scanned", e);
        }
    }

    private List<Finding> in(Path file) {
        try {
            List<Finding> findings = new ArrayList<>(in(file.toString(), Files.readAllBytes(file)));
            findings.addAll(in(file + " (name)", file.toString().getBytes(StandardCharsets.UTF_8)));
            return findings;
        } catch (NoSuchFileException e) {
            // Databases drop files of their own accord; what is gone keeps nothing.
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be scanned", e);
        }
    }

    private static List<String> forms(String canary) {
        if (canary.length() < 2) {
            throw new IllegalArgumentException("a canary of one character is found everywhere");
        }
        List<String> forms = new ArrayList<>();
        for (Charset charset : CHARSETS) {
            forms.add(latin(canary.getBytes(charset)));
        }
        byte[] plain = canary.getBytes(StandardCharsets.UTF_8);
        for (int shift = 0; shift < BASE64_GROUP; shift++) {
            forms.add(base64(plain, shift));
        }
        return forms.stream().filter(form -> form.length() > BASE64_GROUP).toList();
    }

    /** The characters of base64 that depend on the canary alone, if {@code shift} bytes stand before it in a group. */
    private static String base64(byte[] plain, int shift) {
        byte[] shifted = new byte[plain.length + shift];
        System.arraycopy(plain, 0, shifted, shift, plain.length);
        String encoded = Base64.getEncoder().withoutPadding().encodeToString(shifted);
        int first = shift == 0 ? 0 : shift + 1;
        int last = encoded.length() - (shifted.length % BASE64_GROUP == 0 ? 0 : 1);
        return encoded.substring(Math.min(first, last), last);
    }

    private static String latin(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}

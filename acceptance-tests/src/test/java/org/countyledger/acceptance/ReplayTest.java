package org.countyledger.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.countyledger.acceptance.sensing.Prsa;
import org.countyledger.acceptance.testing.Checkout;
import org.countyledger.acceptance.testing.County;
import org.countyledger.acceptance.testing.CountyCommand;
import org.countyledger.acceptance.testing.Kind;
import org.countyledger.acceptance.testing.LegalCounty;
import org.countyledger.acceptance.testing.Offices;
import org.countyledger.acceptance.testing.Running;
import org.countyledger.acceptance.testing.Snapshot;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** {@code county replay} brings past readings to the ledger once, and the ledger finds the exceedances in them. */
@ExtendWith(LegalCounty.class)
@Order(Integer.MAX_VALUE - 1)
class ReplayTest {
    private static final String SAMPLES = "network-config/src/main/resources/demo";
    private static final Pattern TOTAL = Pattern.compile(
            "^(\\d+) readings \\((\\d+) hours\\), (\\d+) windows, (\\d+) transactions, (\\d+) exceedances in .*$",
            Pattern.MULTILINE);
    private static final int REFERENCE = 2309;

    private final County county;

    @TempDir
    private Path folder = Path.of("");

    ReplayTest(Running running) {
        this.county = running.county();
    }

    private CountyCommand.Outcome replay(List<Path> files) {
        return county.run(Stream.concat(
                        Stream.of("replay", "--format", "prsa"), files.stream().map(Path::toString))
                .toArray(String[]::new));
    }

    private static MatchResult total(CountyCommand.Outcome outcome) {
        return TOTAL.matcher(outcome.expect(0).out()).results().findFirst().orElseThrow();
    }

    /** Those of a station, by the name of its datastream. */
    private List<JsonNode> exceedances(List<String> stations) {
        Offices offices = new Offices(county);
        List<String> datastreams = Snapshot.list(offices.duty(), Kind.DATASTREAM)
                .filter(item -> stations.contains(item.at("/header/fields/name").asString()))
                .map(item -> item.path("id").asString())
                .toList();
        return Snapshot.list(offices.duty(), Kind.EXCEEDANCE)
                .filter(item -> datastreams.contains(
                        item.at("/header/fields/datastream").asString()))
                .toList();
    }

    private static void areHistory(List<JsonNode> exceedances) {
        assertThat(exceedances).allSatisfy(item -> {
            assertThat(item.path("state").asString()).isEqualTo("RECORDED_ONLY");
            assertThat(item.at("/header/fields/ingest").asString()).isEqualTo("BACKFILL");
            assertThat(item.at("/header/clocks")).isEmpty();
        });
    }

    /** A bundled sample as another station's, so that it is no part of the whole file of its own. */
    private Path sample(String name, String from, String to) throws IOException {
        String text = Files.readString(Checkout.ROOT.resolve(SAMPLES).resolve(name));
        return Files.writeString(folder.resolve(to + ".csv"), text.replace(from, to));
    }

    private Path compressed(Path file) throws IOException {
        Path target = folder.resolve(file.getFileName() + ".gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(target))) {
            Files.copy(file, out);
        }
        return target;
    }

    @Test
    void smallFilesPlainAndCompressedReachTheLedgerOnceHoweverOftenTheyCome() throws IOException {
        Path plain = sample("prsa-aotizhongxin-2015-12-11.csv", "Aotizhongxin", "North");
        Path packed = compressed(sample("prsa-dingling-2015-12-11.csv", "Dingling", "South"));
        List<Prsa> own = List.of(Prsa.read(plain), Prsa.read(packed));
        CountyCommand.Outcome first = replay(List.of(plain, packed));
        MatchResult total = total(first);
        assertThat(Long.parseLong(total.group(1)))
                .isEqualTo(own.stream().mapToLong(Prsa::readings).sum());
        assertThat(Long.parseLong(total.group(2)))
                .isEqualTo(own.stream().mapToLong(file -> file.hours().size()).sum());
        long expected = own.stream().mapToLong(Prsa::exceedances).sum();
        assertThat(expected).isPositive();
        assertThat(Long.parseLong(total.group(5))).isEqualTo(expected);
        List<JsonNode> recorded = exceedances(List.of("North", "South"));
        assertThat(recorded).hasSize(Math.toIntExact(expected));
        areHistory(recorded);
        Snapshot before = Snapshot.of(county);
        assertThat(total(replay(List.of(plain, packed))).group(5)).isEqualTo(total.group(5));
        assertThat(Snapshot.of(county)).isEqualTo(before);
    }

    @Test
    void aFileOfAnotherFormatIsRefusedInOneSentence() throws IOException {
        Path other = Files.writeString(folder.resolve("other.csv"), "a,b\n1,2\n");
        Snapshot before = Snapshot.of(county);
        assertThat(replay(List.of(other)).expect(1).err()).hasLineCount(1).contains("is not in the PRSA format");
        assertThat(Snapshot.of(county)).isEqualTo(before);
    }

    @Test
    void theEightReferenceStationsGiveExactlyTheirExceedances() throws IOException {
        Path data = Checkout.reference("prsa");
        assumeTrue(Files.isDirectory(data), "the reference data (eight PRSA stations) are not beside this checkout");
        List<Path> files;
        try (Stream<Path> found = Files.list(data)) {
            files = found.filter(file -> file.toString().endsWith(".csv.gz"))
                    .sorted()
                    .toList();
        }
        assertThat(files).hasSize(8);
        assertThat(files.stream().map(Prsa::read).mapToLong(Prsa::exceedances).sum())
                .isEqualTo(REFERENCE);
        assertThat(total(replay(files)).group(5)).isEqualTo(Integer.toString(REFERENCE));
        List<JsonNode> recorded = exceedances(files.stream()
                .map(file -> file.getFileName().toString().split("_", -1)[2])
                .toList());
        assertThat(recorded).hasSize(REFERENCE);
        areHistory(recorded);
    }
}

package org.countyledger.embedded;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.countyledger.embedded.PrivateNetwork.AUDIT;
import static org.countyledger.embedded.PrivateNetwork.CIVIL;
import static org.countyledger.embedded.PrivateNetwork.ECOLOGY;
import static org.countyledger.embedded.PrivateNetwork.GOVERNANCE;
import static org.countyledger.embedded.PrivateNetwork.implicit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.countyledger.embedded.commit.CommitStep;
import org.countyledger.embedded.testing.ThrowawayNetwork;
import org.hyperledger.fabric.protos.peer.TxValidationCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written to the disk of whom, and what a crash or a purge leaves there. */
class PrivateFilesTest {
    private final Path directory;

    PrivateFilesTest(@TempDir Path directory) {
        this.directory = directory.resolve("ledger");
    }

    private PrivateNetwork open() {
        return new PrivateNetwork(ThrowawayNetwork.builder().directory(directory));
    }

    private static PrivateNetwork open(Path image, PrivateNetwork like) {
        return new PrivateNetwork(ThrowawayNetwork.builder().directory(image).organizationsOf(like.network));
    }

    /** Files that hold the text somewhere, by their names. */
    private List<String> filesWith(String text) {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> holds(file, text))
                    .map(file -> file.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean holds(Path file, String text) {
        try {
            return new String(Files.readAllBytes(file), ISO_8859_1)
                    .contains(new String(text.getBytes(UTF_8), ISO_8859_1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void onlyMembersHoldAValueAndItsKey() throws Exception {
        try (PrivateNetwork county = open()) {
            county.stage(CIVIL, "canary-key-1", "canary value 1");
            county.call(AUDIT, "stage", "pair", "canary-key-2")
                    .secret("canary value 2")
                    .code();
            county.call(CIVIL, "stage", implicit(AUDIT), "canary-key-1")
                    .secret("canary value 3")
                    .endorsedBy(CIVIL, AUDIT)
                    .code();

            assertThat(filesWith("canary value 1")).containsExactly("CivilAffairsMSP.mv");
            assertThat(filesWith("canary value 2")).containsExactly("AuditMSP.mv", "CivilAffairsMSP.mv");
            assertThat(filesWith("canary value 3")).containsExactly("AuditMSP.mv");
        }
        for (String mspId : List.of(GOVERNANCE, ECOLOGY)) {
            assertThat(filesWith("canary")).doesNotContain(mspId + ".mv");
        }
    }

    @Test
    void afterAPurgeNoFileHoldsTheValue() throws Exception {
        try (PrivateNetwork county = open()) {
            county.stage(CIVIL, "canary-key", "canary value 1");
            county.stage(CIVIL, "canary-key", "canary value 2");
            county.stage(CIVIL, "kept", "other value");
            county.call(CIVIL, "purge", implicit(CIVIL), "canary-key")
                    .endorsedBy(CIVIL)
                    .code();

            county.network.ledger().compact();

            assertThat(filesWith("canary value")).isEmpty();
            assertThat(filesWith("other value")).containsExactly("CivilAffairsMSP.mv");
            assertThat(county.get(CIVIL, implicit(CIVIL), "kept")).isEqualTo("other value");
            assertThat(filesWith("canary-key"))
                    .as("the client named the key in a public argument, else it would be nowhere")
                    .containsExactly("blocks_000000");
        }
    }

    @Test
    void whatWasPurgedIsGoneFromTheFilesOfALedgerThatWasClosed() throws Exception {
        try (PrivateNetwork county = open()) {
            county.stage(CIVIL, "purged", "canary value");
            county.call(CIVIL, "purge", implicit(CIVIL), "purged")
                    .endorsedBy(CIVIL)
                    .code();
        }
        assertThat(filesWith("canary value")).isEmpty();
    }

    @Test
    void aValueOfACollectionWithALimitedLifeEndsWithTheBlockBehindIt() throws Exception {
        try (PrivateNetwork county = open()) {
            county.call(CIVIL, "stage", "short", "passing")
                    .secret("canary value")
                    .endorsedBy(CIVIL, AUDIT)
                    .code();
            county.commitBlocks(2);
            assertThat(county.get(AUDIT, "short", "passing")).isEqualTo("canary value");

            county.commitBlocks(1);
            assertThat(county.get(AUDIT, "short", "passing")).isEmpty();
            assertThat(county.call(ECOLOGY, "hash", "short", "passing").answer())
                    .isEmpty();

            county.network.ledger().compact();
            assertThat(filesWith("canary value")).isEmpty();
        }
    }

    @Test
    void theEndOfALimitedLifeSurvivesARestart() throws Exception {
        PrivateNetwork first = open();
        first.call(CIVIL, "stage", "short", "passing")
                .secret("canary value")
                .endorsedBy(CIVIL, AUDIT)
                .code();
        first.close();
        try (PrivateNetwork county = open(directory, first)) {
            assertThat(county.get(CIVIL, "short", "passing")).isEqualTo("canary value");
            county.commitBlocks(3);
            assertThat(county.get(CIVIL, "short", "passing")).isEmpty();
            assertThat(county.call(ECOLOGY, "hash", "short", "passing").answer())
                    .isEmpty();
        }
    }

    @Test
    void aCrashAtAnyStepOfACommitLosesNoPrivateValueAndLeavesNoHalf() throws Exception {
        Map<CommitStep, Path> images = new EnumMap<>(CommitStep.class);
        PrivateNetwork first = open();
        first.stage(CIVIL, "before", "old");
        var staged = first.call(CIVIL, "stage", implicit(CIVIL), "crash")
                .secret("form")
                .endorsedBy(CIVIL)
                .endorsed();
        for (CommitStep step : CommitStep.values()) {
            first.network.faults().at(step, () -> images.put(step, image(step.name())));
        }
        assertThat(staged.submitAsync().getStatus().getCode()).isEqualTo(TxValidationCode.VALID);
        first.network.faults().clear();
        first.close();

        for (Map.Entry<CommitStep, Path> image : images.entrySet()) {
            try (PrivateNetwork county = open(image.getValue(), first);
                    Client client = Client.of(county.network, CIVIL)) {
                boolean isCommitted = image.getKey() != CommitStep.PRIVATE_SETS_STORED;
                assertThat(county.get(CIVIL, implicit(CIVIL), "before")).isEqualTo("old");
                assertThat(county.get(CIVIL, implicit(CIVIL), "crash")).isEqualTo(isCommitted ? "form" : "");
                client.gateway().newTransaction(staged.getBytes()).submitAsync().getStatus();
                county.commitBlocks(1);
                assertThat(Blocks.codes(county.network.ledger(), staged.getTransactionId()))
                        .as(image.getKey().name())
                        .startsWith(TxValidationCode.VALID);
                assertThat(county.get(CIVIL, implicit(CIVIL), "crash"))
                        .as("submitted again after " + image.getKey())
                        .isEqualTo("form");
            }
        }
    }

    /** The files as they are now; nothing writes while the committing thread copies. */
    private Path image(String name) {
        Path image = directory.resolveSibling(name);
        List<Path> files = new ArrayList<>();
        try {
            try (Stream<Path> found = Files.walk(directory)) {
                found.filter(Files::isRegularFile).forEach(files::add);
            }
            for (Path file : files) {
                Path copy = image.resolve(directory.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return image;
    }

    @Test
    void anIndexThatIsGoneIsBuiltAnewBesideTheClearValues() throws Exception {
        PrivateNetwork first = open();
        first.stage(CIVIL, "kept", "form");
        first.call(CIVIL, "stage", "short", "passing")
                .secret("minutes")
                .endorsedBy(CIVIL, AUDIT)
                .code();
        first.close();
        Files.delete(directory.resolve("channel").resolve("county").resolve("index.mv"));

        try (PrivateNetwork county = open(directory, first)) {
            assertThat(county.get(CIVIL, implicit(CIVIL), "kept")).isEqualTo("form");
            assertThat(county.get(AUDIT, "short", "passing")).isEqualTo("minutes");
            county.commitBlocks(3);
            assertThat(county.call(ECOLOGY, "hash", "short", "passing").answer())
                    .isEmpty();
        }
    }

    @Test
    void aMemberThatWasStoppedFetchesWhatItMissed() throws Exception {
        try (PrivateNetwork county = open()) {
            Faults faults = county.network.faults();
            faults.stop(AUDIT);
            county.call(CIVIL, "stage", "short", "missed")
                    .secret("minutes")
                    .endorsedBy(CIVIL, GOVERNANCE)
                    .code();
            assertThat(filesWith("minutes")).containsExactly("CivilAffairsMSP.mv");

            faults.start(AUDIT);

            assertThat(county.get(AUDIT, "short", "missed")).isEqualTo("minutes");
        }
    }

    @Test
    void anEndorsementThatWouldReachTooFewMembersFails() throws Exception {
        try (PrivateNetwork county = open()) {
            county.network.faults().stop(AUDIT);

            Failure failure = Failure.of(() -> county.call(CIVIL, "stage", "pair", "alone")
                    .secret("minutes")
                    .submit());

            assertThat(failure.details())
                    .singleElement()
                    .asString()
                    .contains("could not build private data dissemination plan for chaincode private and collection"
                            + " pair: required to disseminate to at least 1 peers, but know of only 0 eligible peers");
        }
    }
}

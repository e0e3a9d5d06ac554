package org.countyledger.acceptance.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What is below the counties of this run: {@code -Dcounty.ledger=fabric} puts Hyperledger Fabric there. */
public enum Ledger {
    EMBEDDED {
        @Override
        public List<String> nodes(List<String> organizations) {
            return List.of("ledger");
        }

        @Override
        public Path blocks(County county) {
            return county.directory()
                    .resolve("data/ledger/channel")
                    .resolve(County.CHANNEL)
                    .resolve("blocks_000000");
        }

        @Override
        public Path privateStore(County county, String mspId) {
            return county.directory()
                    .resolve("data/ledger/channel")
                    .resolve(County.CHANNEL)
                    .resolve("private")
                    .resolve(mspId + ".mv");
        }

        @Override
        public String keepsPorts() {
            return "Ports cannot change while the county runs";
        }

        @Override
        Optional<String> missing() {
            return Optional.empty();
        }
    },
    FABRIC {
        @Override
        public List<String> nodes(List<String> organizations) {
            return organizations.stream()
                    .flatMap(mspId -> Stream.of("orderer-" + mspId, "peer-" + mspId))
                    .toList();
        }

        @Override
        public Path blocks(County county) {
            return peer(county, county.organizations().getFirst())
                    .resolve("ledgersData/chains/chains")
                    .resolve(County.CHANNEL)
                    .resolve("blockfile_000000");
        }

        @Override
        public Path privateStore(County county, String mspId) {
            return peer(county, mspId);
        }

        @Override
        public String keepsPorts() {
            return "keeps its ports, because addresses stand in block 0";
        }

        @Override
        Optional<String> missing() {
            return Stream.of("peer", "orderer").allMatch(Ledger::isHere)
                    ? Optional.empty()
                    : Optional.of("Fabric's peer and orderer are neither on the PATH nor in FABRIC_HOME/bin");
        }
    };

    /** That of this run. */
    public static final Ledger HERE =
            System.getProperty("county.ledger", "embedded").equals("fabric") ? FABRIC : EMBEDDED;

    /** Names of the processes that it consists of. */
    public abstract List<String> nodes(List<String> organizations);

    /** The first file of blocks of the first organisation. */
    public abstract Path blocks(County county);

    /** What is said to whoever wants other ports for a county that runs. */
    public abstract String keepsPorts();

    /** Below which an organisation keeps what others must not have. */
    public abstract Path privateStore(County county, String mspId);

    /** Skips a test that looks for deleted bytes where the database below keeps them until it tidies up by itself. */
    public void assumeFilesForgetAtOnce() {
        assumeTrue(this == EMBEDDED, "a peer's LevelDB keeps deleted bytes until it compacts its files");
    }

    /** Why no county can run on it on this computer. */
    abstract Optional<String> missing();

    /** What a command that starts a county has to be told. */
    List<String> options() {
        return List.of("--ledger", name().toLowerCase(Locale.ROOT));
    }

    private static Path peer(County county, String mspId) {
        return county.directory().resolve("data/fabric").resolve(mspId).resolve("peer");
    }

    private static boolean isHere(String program) {
        String home = Optional.ofNullable(System.getenv("FABRIC_HOME")).orElse("");
        Stream<Path> folders = home.isEmpty()
                ? Stream.of(System.getenv("PATH").split(File.pathSeparator, -1)).map(Path::of)
                : Stream.of(Path.of(home, "bin"));
        return folders.map(folder -> folder.resolve(program)).anyMatch(Files::isExecutable);
    }
}

package org.countyledger.network.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.countyledger.domain.record.CanonicalJson;
import org.countyledger.domain.record.Clear;
import org.countyledger.domain.record.Kind;
import org.countyledger.domain.record.MalformedJson;
import org.countyledger.domain.record.PrivateValue;
import org.countyledger.network.CountyException;
import org.countyledger.network.api.Draft;
import org.countyledger.network.api.GatewayApi;
import org.countyledger.network.api.Written;
import org.countyledger.network.embedded.LocalCounty;
import org.countyledger.network.embedded.Tokens;
import org.countyledger.network.ownkey.OwnKey;
import org.countyledger.network.ownkey.OwnKeyDesk;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Acts as an officer whose key the gateway does not have. */
@Command(
        name = "sign",
        description = {
            "Takes an action as an officer who keeps the own key: the gateway prepares and sends, the key stays here.",
            "What is prepared is compared with FILE before it is signed: action, expectedSeq, clear, and in contents the"
                    + " private values by their groups. A new record has expectedSeq 0, and id where it is a natural one."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  scripts/county sign --officer CA1105.COUNTY_DECIDER conflicts declaration.json",
            "  scripts/county sign --officer CA1105.COUNTY_DECIDER --key my.pem welfare-applications/ID grant.json"
        })
final class SignCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private DirectoryOption directory = new DirectoryOption();

    @Option(names = "--officer", required = true, paramLabel = "SUBJECT", description = "Who acts.")
    private String officer = "";

    @Option(names = "--key", paramLabel = "PEM", description = "The key (default: DIR/own-keys/SUBJECT/key.pem).")
    private Optional<Path> key = Optional.empty();

    @Parameters(index = "0", paramLabel = "RECORD", description = "A collection, or collection/id.")
    private String record = "";

    @Parameters(index = "1", paramLabel = "FILE", description = "The command, JSON.")
    private Path file = Path.of("");

    /** The command as it is written down. */
    record Wish(
            String action,
            Optional<String> id,
            long expectedSeq,
            Optional<Map<String, Object>> clear,
            Optional<Map<String, Map<String, Object>>> contents) {}

    @Override
    public Integer call() {
        LocalCounty county = directory.county();
        Tokens tokens = Tokens.of(county.directory());
        OwnKey own = OwnKey.read(key.orElseGet(
                () -> county.directory().ownKeys().resolve(officer).resolve("key.pem")));
        Draft draft = draft();
        Written written =
                new OwnKeyDesk(new GatewayApi(county.gateway(), tokens), tokens.forSubject(officer), own).submit(draft);
        new Terminal(spec.commandLine().getOut())
                .say("VALID: " + draft.action() + " of " + written.kind().collection() + "/" + written.id() + ", seq "
                        + written.seq() + ", transaction " + written.txId());
        return ExitCode.OK;
    }

    private Draft draft() {
        String[] names = record.split("/", 2);
        Kind kind = Kind.ofCollection(names[0])
                .orElseThrow(() -> new CountyException("There is no collection " + names[0]));
        Wish wish = wish();
        Optional<String> id = names.length == 2 ? Optional.of(names[1]) : wish.id();
        Map<String, PrivateValue> contents = new TreeMap<>();
        wish.contents().orElse(Map.of()).forEach((group, content) -> contents.put(group, salted(kind, group, content)));
        return new Draft(
                kind,
                id,
                wish.action(),
                wish.expectedSeq(),
                new Clear(wish.clear().orElse(Map.of())),
                contents);
    }

    private static PrivateValue salted(Kind kind, String group, Map<String, Object> content) {
        byte[] salt = new byte[PrivateValue.SALT_BYTES];
        new SecureRandom().nextBytes(salt);
        return PrivateValue.of(kind, group, salt, content);
    }

    private Wish wish() {
        try {
            return CanonicalJson.read(Files.readAllBytes(file), Wish.class);
        } catch (IOException | MalformedJson e) {
            throw new CountyException(file + " cannot be read as a command: " + e.getMessage(), e);
        }
    }
}

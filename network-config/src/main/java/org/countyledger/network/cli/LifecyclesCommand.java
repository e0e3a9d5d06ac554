package org.countyledger.network.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.countyledger.domain.CountyTables;
import org.countyledger.domain.lifecycle.Lifecycle;
import org.countyledger.domain.lifecycle.Tables;
import org.countyledger.domain.record.Kind;
import org.countyledger.network.CountyException;
import org.countyledger.network.lifecycles.LifecycleText;
import org.countyledger.network.lifecycles.MermaidDiagram;
import org.countyledger.network.lifecycles.PolicyPages;
import org.countyledger.network.lifecycles.SvgDiagram;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints the tables by which every step is decided. */
@Command(
        name = "lifecycles",
        description = {
            "Prints the table of one kind of record: its states, and every permitted step with its rule, who may take it,"
                    + " clocks and article. Without a kind: which kinds there are.",
            "The pages of docs/policy are made by --pages and hold the same for all kinds."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  scripts/county lifecycles",
            "  scripts/county lifecycles WelfareApplication",
            "  scripts/county lifecycles Grievance --format svg > grievance.svg",
            "  scripts/county lifecycles --pages docs/policy"
        })
final class LifecyclesCommand implements Callable<Integer> {
    /** How a table is shown. */
    enum Format {
        TEXT,
        MERMAID,
        SVG
    }

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(arity = "0..1", paramLabel = "KIND", description = "E.g. Grievance, or its path: grievances.")
    private Optional<String> kind = Optional.empty();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Format format = Format.TEXT;

    @Option(names = "--pages", paramLabel = "DIR", description = "Writes a page for each kind into this folder.")
    private Optional<Path> pages = Optional.empty();

    @Override
    public Integer call() {
        Tables tables = CountyTables.all();
        if (pages.isPresent()) {
            write(pages.get(), new PolicyPages(tables).all());
            return ExitCode.OK;
        }
        Terminal terminal = new Terminal(spec.commandLine().getOut());
        lines(tables).forEach(terminal::say);
        return ExitCode.OK;
    }

    private Stream<String> lines(Tables tables) {
        Optional<Lifecycle> table = kind.map(this::kind).map(tables::of);
        return switch (format) {
            case TEXT -> {
                LifecycleText text = new LifecycleText(tables);
                yield table.map(text::table).orElseGet(text::kinds);
            }
            case MERMAID -> MermaidDiagram.of(required(table)).lines();
            case SVG -> SvgDiagram.of(required(table)).lines();
        };
    }

    private Kind kind(String name) {
        return Arrays.stream(Kind.values())
                .filter(known -> known.wireName().equalsIgnoreCase(name)
                        || known.collection().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> wrong("There is no kind " + name + ": "
                        + Arrays.stream(Kind.values()).map(Kind::wireName).collect(Collectors.joining(", "))));
    }

    private Lifecycle required(Optional<Lifecycle> table) {
        return table.orElseThrow(() -> wrong("--format " + format + " draws one kind: name it"));
    }

    private ParameterException wrong(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }

    private static void write(Path folder, Map<String, String> texts) {
        try {
            Files.createDirectories(folder);
            for (Map.Entry<String, String> text : texts.entrySet()) {
                Files.writeString(folder.resolve(text.getKey()), text.getValue());
            }
        } catch (IOException e) {
            throw new CountyException(folder + " cannot be written: " + e.getMessage(), e);
        }
    }
}

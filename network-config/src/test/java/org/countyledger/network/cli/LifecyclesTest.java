package org.countyledger.network.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.countyledger.domain.CountyTables;
import org.countyledger.domain.lifecycle.Lifecycle;
import org.countyledger.domain.lifecycle.Row;
import org.countyledger.domain.lifecycle.State;
import org.countyledger.domain.record.Kind;
import org.countyledger.network.lifecycles.MermaidDiagram;
import org.countyledger.network.lifecycles.SvgDiagram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import picocli.CommandLine;

/** The law is read out of the tables, and the pages say what the tables say. */
final class LifecyclesTest {
    private static final Path PAGES = Path.of("..", "docs", "policy");
    private static final Pattern RULE = Pattern.compile("\\b[A-KZ][0-9]{2}\\b");
    private static final Pattern RANGE = Pattern.compile("\\b([A-KZ])([0-9]{2})\\s+to\\s+([A-KZ])([0-9]{2})\\b");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    static Stream<Lifecycle> tables() {
        return CountyTables.all().all().stream();
    }

    private int run(String... words) {
        CommandLine command = CountyCommand.commandLine();
        command.setOut(new PrintWriter(out, true));
        command.setErr(new PrintWriter(err, true));
        return command.execute(words);
    }

    private static Map<String, String> files(Path in) throws IOException {
        try (Stream<Path> all = Files.list(in)) {
            TreeMap<String, String> texts = new TreeMap<>();
            for (Path file : all.toList()) {
                texts.put(file.getFileName().toString(), Files.readString(file));
            }
            return texts;
        }
    }

    @Test
    void thePagesInTheRepositoryAreThoseThatTheTablesMake() throws IOException {
        assertThat(run("lifecycles", "--pages", folder.toString())).isZero();
        Map<String, String> kept = files(PAGES);
        kept.remove("README.md");
        assertThat(kept)
                .as("made anew by scripts/county lifecycles --pages docs/policy")
                .isEqualTo(files(folder));
    }

    @Test
    void theIndexNamesEveryPageAndNoRuleThatIsInNoTable() throws IOException {
        String index = Files.readString(PAGES.resolve("README.md"));
        assertThat(files(PAGES).keySet())
                .filteredOn(page -> !page.equals("README.md"))
                .allSatisfy(page -> assertThat(index).contains("](" + page + ")"));
        Set<String> rules = rules();
        assertThat(RULE.matcher(index).results().map(found -> found.group()))
                .isNotEmpty()
                .isSubsetOf(rules);
        assertThat(RANGE.matcher(index).results())
                .isNotEmpty()
                .allMatch(range -> range.group(1).equals(range.group(3))
                        && Integer.parseInt(range.group(2)) < Integer.parseInt(range.group(4)));
    }

    private static Set<String> rules() {
        return tables().flatMap(table -> table.rows().stream())
                .map(Row::rule)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @ParameterizedTest
    @MethodSource("tables")
    void aTableIsReadWithWhoClockAndArticleOfEveryRule(Lifecycle table) {
        assertThat(run("lifecycles", table.kind().wireName())).isZero();
        String text = out.toString();
        assertThat(text).contains(table.kind().wireName());
        table.states()
                .forEach(state ->
                        assertThat(text).contains(state.name(), state.label().zh()));
        table.rows().stream()
                .filter(row -> !row.rule().startsWith("Z"))
                .forEach(row -> assertThat(text)
                        .containsPattern("(?m)^" + row.rule() + "  .* " + row.action())
                        .contains(row.standing().source().text()));
    }

    @Test
    void aPeriodIsTheLawsAndAWindowIsMarked() {
        assertThat(run("lifecycles", "welfare-applications")).isZero();
        assertThat(out.toString())
                .contains("✓ACCEPT, +TOTAL 30 wd, +START_CHECK 3 wd")
                .contains("+TELL 3 wd, ✉ RECON_WINDOW 60 d R")
                .contains("A28  COUNTY_REVIEW → GRANTED  grant")
                .contains("COUNTY_DECIDER, TOWN_LEAD?");
    }

    @ParameterizedTest
    @MethodSource("tables")
    void theDiagramsShowEveryStateAndEveryRuleThatLeadsOn(Lifecycle table) throws Exception {
        String mermaid = MermaidDiagram.of(table);
        Document svg = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(SvgDiagram.of(table))));
        Set<String> drawn = texts(svg);
        for (State state : table.states()) {
            assertThat(mermaid).contains(state.name() + " : " + state.name());
            assertThat(drawn).contains(state.name(), state.label().zh());
            assertThat(mermaid.contains("    " + state.name() + " --> [*]")).isEqualTo(state.isTerminal());
        }
        table.rows().stream()
                .filter(row -> !row.passage().to().equals(Row.SAME))
                .forEach(row -> {
                    assertThat(mermaid).containsPattern("--> " + row.passage().to() + " : .*" + row.rule());
                    assertThat(drawn).anyMatch(text -> text.contains(row.rule()));
                });
    }

    private static Set<String> texts(Document svg) {
        NodeList nodes = svg.getElementsByTagName("text");
        Set<String> texts = new TreeSet<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            texts.add(nodes.item(i).getTextContent());
        }
        return texts;
    }

    @Test
    void withoutAKindAllAreNamedAndADiagramAsksForOne() {
        assertThat(run("lifecycles")).isZero();
        assertThat(out.toString().lines()).hasSize(Kind.values().length);
        assertThat(run("lifecycles", "--format", "mermaid")).isEqualTo(2);
        assertThat(run("lifecycles", "Nothing")).isEqualTo(2);
        assertThat(err.toString()).contains("name it").contains("There is no kind Nothing");
    }
}

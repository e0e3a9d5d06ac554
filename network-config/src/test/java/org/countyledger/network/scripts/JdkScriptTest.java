package org.countyledger.network.scripts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code scripts/lib/jdk.sh} with folders that only look like JDKs. */
final class JdkScriptTest {
    private static final Path SCRIPT =
            Path.of("..", "scripts", "lib", "jdk.sh").toAbsolutePath().normalize();

    @TempDir
    private Path folder;

    private record Answer(int exit, String text) {}

    @Test
    void theNewestJdkThatIsFoundIsTaken() throws Exception {
        jdk("places/old", "17.0.2");
        jdk("places/new", "25.0.1");
        jdk("places/middle", "21.0.3");

        assertThat(find(Map.of())).isEqualTo(new Answer(0, folder.resolve("places/new") + "\n"));
    }

    @Test
    void javaHomeIsTakenIfItIsNewEnough() throws Exception {
        jdk("places/new", "25.0.1");
        Path own = jdk("own", "21");

        assertThat(find(Map.of("JAVA_HOME", own.toString()))).isEqualTo(new Answer(0, own + "\n"));
    }

    @Test
    void aJavaHomeThatIsTooOldIsPassedOver() throws Exception {
        jdk("places/new", "25.0.1");
        Path own = jdk("own", "17.0.2");

        assertThat(find(Map.of("JAVA_HOME", own.toString())).text()).contains("places/new");
    }

    @Test
    void anExplicitWishComesFirst() throws Exception {
        Path own = jdk("own", "25.0.1");
        Path wish = jdk("wish", "21.0.9");

        assertThat(find(Map.of("JAVA_HOME", own.toString(), "COUNTY_JDK", wish.toString())))
                .isEqualTo(new Answer(0, wish + "\n"));
    }

    @Test
    void aRuntimeWithoutCompilerIsNoJdk() throws Exception {
        Path runtime = jdk("places/runtime", "25.0.1");
        Files.delete(runtime.resolve("bin/javac"));

        assertThat(find(Map.of()).exit()).isEqualTo(1);
    }

    @Test
    void whereThereIsNoneOneSentenceSaysWhatToDo() throws Exception {
        jdk("places/old", "17.0.2");

        assertThat(find(Map.of()))
                .isEqualTo(new Answer(
                        1, "No JDK 21 or newer was found: install one, or set JAVA_HOME to it (it is not set).\n"));
    }

    @Test
    void toolchainsAreLookedThrough() throws Exception {
        Path jdk = jdk("elsewhere", "23");
        Files.createDirectories(folder.resolve(".m2"));
        Files.writeString(folder.resolve(".m2/toolchains.xml"), "<x>\n  <jdkHome>" + jdk + "</jdkHome>\n</x>\n");

        assertThat(find(Map.of()).text()).isEqualTo(jdk + "\n");
    }

    private Path jdk(String name, String version) throws IOException {
        Path home = folder.resolve(name);
        Files.createDirectories(home.resolve("bin"));
        Files.createFile(
                home.resolve("bin/javac"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"test\"\nJAVA_VERSION=\"" + version + "\"\n");
        return home;
    }

    private Answer find(Map<String, String> environment) throws IOException, InterruptedException {
        ProcessBuilder shell = new ProcessBuilder("/bin/sh", "-c", ". '" + SCRIPT + "'; find_jdk");
        shell.environment().clear();
        shell.environment().put("PATH", tools());
        shell.environment().put("HOME", folder.toString());
        shell.environment().put("JDK_PLACES", folder.resolve("places") + "/*");
        shell.environment().putAll(environment);
        Process process = shell.redirectErrorStream(true).start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Answer(process.waitFor(), text);
    }

    /** The system's tools without a javac among them. */
    private String tools() throws IOException {
        Path bin = Files.createDirectories(folder.resolve("bin"));
        for (String tool : new String[] {"sed", "sort", "tail", "dirname", "readlink"}) {
            Path wrapper = bin.resolve(tool);
            Files.writeString(wrapper, "#!/bin/sh\nPATH=/usr/bin:/bin exec " + tool + " \"$@\"\n");
            Files.setPosixFilePermissions(wrapper, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        return bin.toString();
    }
}

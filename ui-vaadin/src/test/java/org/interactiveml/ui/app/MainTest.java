package org.interactiveml.ui.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MainTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void everyProblemOfTheCommandLineIsTold() {
        assertThat(run("serve", "--port", "abc", "--ops-port", "70000", "--bogus"))
                .isEqualTo(2);
        assertThat(err.toString().lines())
                .containsExactly(
                        "iml: Invalid value for option '--port': a port must be a number between 0 and 65535, not abc",
                        "iml: Invalid value for option '--ops-port': a port must be a number between 0 and 65535, not 70000",
                        "iml: there is no command or option --bogus (--help lists them)");
    }

    @Test
    void anUnknownCommandIsBadUsage() {
        assertThat(run("frobnicate")).isEqualTo(2);
        assertThat(err.toString().lines())
                .containsExactly("iml: there is no command or option frobnicate (--help lists them)");
    }

    @Test
    void bothPortsCannotBeTheSame() {
        assertThat(run("serve", "--port", "8080", "--ops-port", "8080")).isEqualTo(2);
        assertThat(err.toString().lines()).containsExactly("iml: --port and --ops-port must differ, not both be 8080");
    }

    @Test
    void helpIsNoError() {
        assertThat(run("serve", "--help")).isZero();
        assertThat(out.toString()).contains("--ops-port=PORT").contains("8081");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void experimentsOfOnesOwnComeFromAFolder(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("broken.jar"), "no jar");
        assertThat(run("experiments", "--experiments", folder.toString())).isZero();
        assertThat(err.toString().lines()).containsExactly("iml: broken.jar cannot be read as a jar");
        assertThat(out.toString()).startsWith("regression: ");
    }

    @Test
    void aFolderOfExperimentsThatIsNoneIsBadUsage() {
        assertThat(run("experiments", "--experiments", "nowhere")).isEqualTo(2);
        assertThat(err.toString().lines()).containsExactly("iml: --experiments must be a folder, not nowhere");
    }

    private int run(String... arguments) {
        return Main.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}

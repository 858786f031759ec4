package org.interactiveml.ui.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

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

    private int run(String... arguments) {
        return Main.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}

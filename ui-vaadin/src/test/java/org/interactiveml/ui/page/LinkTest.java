package org.interactiveml.ui.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.interactiveml.engine.catalog.Catalog;
import org.interactiveml.engine.experiment.Experiment;
import org.interactiveml.engine.parameter.Problem;
import org.junit.jupiter.api.Test;

class LinkTest {
    private final Experiment regression = Catalog.standard().find("regression").orElseThrow();

    private Link read(Map<String, String> query) {
        return Link.read(regression, query);
    }

    private static Object degree(Link link) {
        return java.util.Objects.requireNonNull(link.start().plain().get("degree"));
    }

    @Test
    void aLinkOfThisVersionAndOneFromBeforeVersionsAreReadAlike() {
        assertThat(read(Map.of("v", "1", "degree", "7")).start().plain())
                .isEqualTo(read(Map.of("degree", "7")).start().plain());
        assertThat(read(Map.of("v", "1", "degree", "7")).problems()).isEmpty();
    }

    @Test
    void ofANewerLinkWhatIsUnderstoodIsKeptAndTheRestNamed() {
        Link link = read(Map.of("v", "2", "degree", "7", "temperature", "3"));
        assertThat(degree(link)).isEqualTo(7L);
        assertThat(link.problems())
                .extracting(Problem::message)
                .anyMatch(line ->
                        line.startsWith("this link is of version 2, newer than this program, which reads version 1"))
                .anyMatch(line -> line.contains("temperature"))
                .hasSize(2);
    }

    @Test
    void aVersionThatIsNoneIsNamedAndTheRestIsKept() {
        for (String version : new String[] {"", "0", "-1", "1.0", "one", "99999999999"}) {
            Link link = read(Map.of("v", version, "degree", "7"));
            assertThat(degree(link)).as(version).isEqualTo(7L);
            assertThat(link.problems())
                    .extracting(Problem::message)
                    .containsExactly("v, the version of a link, must be 1, not \"" + version + "\"");
        }
    }
}

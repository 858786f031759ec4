package org.interactiveml.engine.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.interactiveml.engine.experiment.Experiment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExtensionsTest {
    @TempDir
    @SuppressWarnings("NullAway.Init") // set before each test
    private Path folder;

    private final List<String> complaints = new ArrayList<>();

    private List<String> added() {
        List<String> ids = new ArrayList<>(Catalog.standard().and(folder, complaints::add).experiments().stream()
                .map(Experiment::id)
                .toList());
        Catalog.standard().experiments().forEach(shipped -> ids.remove(shipped.id()));
        return ids;
    }

    @Test
    void anExperimentInAJarStandsBehindThoseThatShip() throws IOException {
        ExampleJar.make(folder);
        assertThat(added()).containsExactly("lowess");
        assertThat(complaints).isEmpty();
    }

    @Test
    void theSecondOfTwoWithTheSameIdIsLeftOut() throws IOException {
        ExampleJar.make(folder);
        Files.copy(folder.resolve("lowess.jar"), folder.resolve("other.jar"));
        assertThat(added()).containsExactly("lowess");
        assertThat(complaints).containsExactly("other.jar: there is an experiment \"lowess\" already");
    }

    @Test
    void everythingBrokenIsNamedInALineAndTheRestIsUsed() throws IOException {
        ExampleJar.make(folder);
        Path classes = Files.createDirectory(folder.resolve("classes"));
        Path source = Files.writeString(folder.resolve("Failing.java"), """
                import java.util.List;
                import org.interactiveml.engine.experiment.*;
                import org.interactiveml.engine.parameter.*;
                import org.interactiveml.engine.view.*;

                public class Failing implements Experiment {
                    public Failing() { throw new IllegalStateException("out of ideas"); }
                    public String id() { return "failing"; }
                    public String title() { return ""; }
                    public String summary() { return ""; }
                    public ParameterSet parameters() { return null; }
                    public Plan plan() { return null; }
                    public Stage<?> fit() { return null; }
                    public List<ViewSpec> views() { return null; }
                }
                """);
        ExampleJar.compile(source, classes);
        ExampleJar.naming(folder.resolve("a-missing.jar"), Files.createDirectory(folder.resolve("none")), "org.Gone");
        ExampleJar.naming(folder.resolve("b-failing.jar"), classes, "Failing", "Gone");
        ExampleJar.pack(folder.resolve("c-empty.jar"), List.of(Files.createDirectory(folder.resolve("nothing"))));
        Files.writeString(folder.resolve("d-text.jar"), "no jar at all");

        assertThat(added()).containsExactly("lowess");
        assertThat(complaints)
                .containsExactly(
                        "a-missing.jar: Provider org.Gone not found",
                        "b-failing.jar: an experiment cannot be made: IllegalStateException: out of ideas",
                        "b-failing.jar: Provider Gone not found",
                        "c-empty.jar provides no experiment: it has no META-INF/services/" + Experiment.class.getName(),
                        "d-text.jar cannot be read as a jar");
    }

    @Test
    void anExperimentThatBreaksTheRulesIsLeftOutWithAllOfThem() throws IOException {
        Path classes = Files.createDirectory(folder.resolve("classes"));
        Path source = Files.writeString(folder.resolve("Odd.java"), """
                import java.util.List;
                import org.interactiveml.engine.experiment.*;
                import org.interactiveml.engine.parameter.*;
                import org.interactiveml.engine.view.*;

                public class Odd implements Experiment {
                    private final Stage<Integer> fit = Stage.named("fit", Phase.FIT).computes(in -> 1);
                    public String id() { return "live"; }
                    public String title() { return "Odd"; }
                    public String summary() { return "Odd."; }
                    public ParameterSet parameters() { return ParameterSet.of(); }
                    public Plan plan() { return Plan.of(fit); }
                    public Stage<?> fit() { return fit; }
                    public List<ViewSpec> views() {
                        return List.of(new ViewSpec.Notes("n", "N", List.of(new ViewSpec.Notes.Note("x", "fit.x"))));
                    }
                }
                """);
        ExampleJar.compile(source, classes);
        ExampleJar.naming(folder.resolve("odd.jar"), classes, "Odd");

        assertThat(added()).isEmpty();
        assertThat(complaints)
                .containsExactly(
                        "odd.jar: an experiment cannot be called \"live\", which is the program's own",
                        "odd.jar: live: the stage of the fit must be in the plan and reported",
                        "odd.jar: live: view \"n\" draws \"fit.x\", which is no value of a reported stage");
    }
}

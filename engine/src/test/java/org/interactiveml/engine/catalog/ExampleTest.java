package org.interactiveml.engine.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.interactiveml.engine.experiment.Evaluation;
import org.interactiveml.engine.experiment.Experiment;
import org.interactiveml.engine.experiment.Fidelity;
import org.interactiveml.engine.experiment.Frame;
import org.interactiveml.engine.numeric.Cancellation;
import org.interactiveml.engine.parameter.Snapshot;
import org.interactiveml.engine.view.Report;
import org.junit.jupiter.api.Test;

/** The example of the README, from its source to the kit, through a jar in a folder. */
class ExampleTest extends ExperimentKit {
    private static final Experiment LOWESS = load();

    ExampleTest() {
        super(LOWESS);
    }

    private static Experiment load() {
        try {
            Path folder = Files.createTempDirectory("experiments");
            ExampleJar.make(folder);
            List<String> complaints = new ArrayList<>();
            Experiment experiment = Catalog.standard()
                    .and(folder, complaints::add)
                    .find("lowess")
                    .orElseThrow(() -> new IllegalStateException(complaints.toString()));
            assertThat(complaints).isEmpty();
            return experiment;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Test
    void itsSourceIsOneFileOfUnderAHundredLines() throws IOException {
        assertThat(Files.readAllLines(Path.of("src/example/java/org/example/Lowess.java")))
                .hasSizeLessThan(100);
    }

    @Test
    void aStraightLineIsFoundDespiteAnOutlier() {
        StringBuilder points = new StringBuilder("2.5,100");
        for (int i = 0; i < 12; i++) {
            points.append(";%d,%d".formatted(i, 2 * i + 1));
        }
        Snapshot defaults = LOWESS.parameters().defaults();
        Snapshot state = defaults.with(LOWESS.parameters()
                .parse(Map.of("points", points.toString(), "test.fraction", "0", "span", "0.8", "rounds", "5")));
        Frame frame = new Evaluation(LOWESS.plan(), LOWESS.viewed(), () -> 0)
                .run(state, Fidelity.FULL, new Cancellation(), early -> {});
        double[] x = column(frame, "grid.x");
        double[] y = column(frame, "curve.y");
        for (int i = 0; i < x.length; i++) {
            assertThat(y[i]).isCloseTo(2 * x[i] + 1, Offset.offset(0.01));
        }
    }

    private static double[] column(Frame frame, String path) {
        return ((Report.Column) frame.at(path).orElseThrow()).values();
    }
}

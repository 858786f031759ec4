package org.interactiveml.streams.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.interactiveml.engine.data.Dataset;
import org.interactiveml.engine.experiment.Fidelity;
import org.interactiveml.engine.experiment.Frame;
import org.interactiveml.engine.parameter.Patch;
import org.interactiveml.engine.parameter.Snapshot;
import org.interactiveml.streams.ToyExperiment;
import org.interactiveml.streams.replay.Scripts.Printed;
import org.interactiveml.streams.run.Pace;
import org.interactiveml.streams.run.RunListener;
import org.interactiveml.streams.session.DebouncePolicy;
import org.interactiveml.streams.session.Session;
import org.interactiveml.streams.session.Sessions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveReplayTest {
    private static final long SEED = 5;

    @TempDir
    private Path folder;

    private final ToyExperiment toy = new ToyExperiment();

    @Test
    void theLastStateAlwaysArrivesAndEveryChangeIsAccountedFor() throws Exception {
        StringBuilder script =
                new StringBuilder("{\"replay\":1,\"experiment\":\"toy\",\"seed\":3,\"views\":[\"error-by-degree\"]}\n");
        for (int i = 0; i < 300; i++) {
            script.append("{\"at\":%d,\"set\":{\"noise\":%s}}\n".formatted(i, i / 100.0));
        }
        script.append("{\"at\":300,\"expect\":{\"rows\":{\"equals\":4}}}");

        Printed still = Scripts.print(folder, script.toString());
        Printed live = live(script.toString());

        assertThat(frame(live, 1)).isEqualTo(frame(still, 1));
        assertThat(live.failures()).containsExactlyElementsOf(still.failures());
        long superseded = (Long) Scripts.at(live.summary(), "superseded");
        assertThat(live.summary()).containsEntry("changes", 300L).containsEntry("frames", (long)
                live.frames().size());
        assertThat(live.frames().size() + superseded).isEqualTo(300);
        assertThat(live.frames())
                .extracting(frame -> (Long) frame.get("revision"))
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Test
    void aHeaderAloneGivesTheInitialStateHereToo() throws Exception {
        assertThat(frame(live(Scripts.HEADER), 1)).isEqualTo(frame(Scripts.print(folder, Scripts.HEADER), 1));
    }

    @Test
    void aRecordingReplaysToTheFramesOfTheSession() throws IOException {
        Random random = new Random(SEED);
        List<Frame> settled = new ArrayList<>();
        Recording recording;
        try (Sessions sessions = Sessions.start(DebouncePolicy.standard(), RunListener.NONE);
                Session session = sessions.open(toy, start(), List.of(toy.fit));
                Recorder recorder = new Recorder(session, new Clock()::next)) {
            for (int i = 0; i < 30; i++) {
                long version = session.submit(randomPatch(random), Pace.NOW).version();
                settled.add(session.frames()
                        .filter(frame ->
                                frame.version() == version && frame.complete() && frame.fidelity() == Fidelity.FULL)
                        .blockingFirst());
            }
            recording = recorder.recording("Größe");
        }
        for (Map.Entry<String, String> file : recording.files().entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue());
        }
        List<Map<String, Object>> replayed =
                Scripts.print(folder, recording.script()).frames();

        assertThat(recording.script())
                .startsWith("{\"replay\":1,\"experiment\":\"toy\",\"title\":\"Größe\"}\n{\"at\":");
        // A change that changes nothing leaves no line, so only frames that differ from the one before are compared.
        List<Object> live = distinct(settled.stream()
                .map(frame -> frame.at("fit.test.r2").map(Object::toString).orElse("failed"))
                .toList());
        List<Object> again =
                distinct(replayed.stream().skip(1).map(LiveReplayTest::testR2).toList());
        assertThat(again).as("seed %d", SEED).isEqualTo(live);
    }

    private Snapshot start() {
        return toy.parameters().defaults().with(Patch.of(ToyExperiment.SAMPLES, 12));
    }

    private static String testR2(Map<String, Object> frame) {
        Object fit = Scripts.at(frame, "outcomes", "fit");
        return Scripts.at(fit, "status").equals("ready")
                ? "Real[value=" + Scripts.at(fit, "test", "r2") + "]"
                : "failed";
    }

    private static List<Object> distinct(List<?> values) {
        List<Object> distinct = new ArrayList<>();
        for (Object value : values) {
            if (distinct.isEmpty() || !distinct.getLast().equals(value)) {
                distinct.add(value);
            }
        }
        return distinct;
    }

    private static Patch randomPatch(Random random) {
        return switch (random.nextInt(5)) {
            case 0 -> Patch.of(ToyExperiment.DEGREE, 1 + random.nextInt(30));
            case 1 -> Patch.of(ToyExperiment.NOISE, random.nextDouble() * 5);
            case 2 ->
                Patch.of(ToyExperiment.X_MIN, -1 - random.nextDouble())
                        .and(Patch.of(ToyExperiment.SAMPLES, 2 + random.nextInt(40)));
            case 3 -> Patch.of(ToyExperiment.DATA, Optional.of(dataset(random)));
            default -> Patch.of(ToyExperiment.DATA, Optional.empty());
        };
    }

    private static Dataset dataset(Random random) {
        double[] x = random.doubles(20).toArray();
        double[] y = random.doubles(20, -1e10, 1e-10).toArray();
        boolean[] test = new boolean[20];
        Arrays.fill(test, 0, 5, true);
        return new Dataset("painted", List.of("a \"b\", c"), new double[][] {x}, "part", y, test);
    }

    private Printed live(String script) throws IOException, InterruptedException {
        List<String> lines = new ArrayList<>();
        try (Sessions sessions = Sessions.start(DebouncePolicy.standard(), RunListener.NONE)) {
            List<String> failures = new LiveReplayer(sessions, nanos -> {}, 1)
                    .run(Scripts.read(folder, script), line -> lines.add(new String(line, StandardCharsets.UTF_8)));
            return new Printed(lines, failures);
        }
    }

    /** A frame line from the end, without its times. */
    private static Map<String, Object> frame(Printed printed, int fromEnd) {
        Map<String, Object> frame =
                new TreeMap<>(printed.frames().get(printed.frames().size() - fromEnd));
        frame.remove("micros");
        return frame;
    }

    /** A clock on which a third of a millisecond passes between looks. */
    private static final class Clock {
        private long now;

        long next() {
            return now += 333_333;
        }
    }
}

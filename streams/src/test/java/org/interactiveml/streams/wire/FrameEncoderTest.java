package org.interactiveml.streams.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.interactiveml.engine.experiment.Evaluation;
import org.interactiveml.engine.experiment.Fidelity;
import org.interactiveml.engine.experiment.Frame;
import org.interactiveml.engine.experiment.Outcome;
import org.interactiveml.engine.numeric.Cancellation;
import org.interactiveml.engine.parameter.Patch;
import org.interactiveml.engine.parameter.Snapshot;
import org.interactiveml.streams.ToyExperiment;
import org.junit.jupiter.api.Test;

class FrameEncoderTest {
    private static final FrameEncoder.Delivery DELIVERY = new FrameEncoder.Delivery(17, 3, 2_500);

    private final ToyExperiment toy = new ToyExperiment();
    private final Evaluation evaluation =
            new Evaluation(toy.plan(), List.of(toy.points, toy.fit, toy.study), new Ticks()::next);
    private final FrameEncoder encoder = new FrameEncoder(toy.plan());
    private Snapshot snapshot = toy.parameters().defaults();

    @Test
    void theHeaderSaysAllThatAPageNeeds() {
        Decoded message = decode(encoder.encode(run(Patch.empty()), DELIVERY));

        assertThat(message.header())
                .containsAllEntriesOf(
                        Map.of("version", 2L, "input", 17L, "complete", true, "fidelity", "full", "superseded", 3L));
        assertThat(message.header().get("values")).isEqualTo(snapshot.plain());
        assertThat(message.header().get("micros"))
                .isEqualTo(Map.of("data", 1L, "fit", 1L, "view", 1L, "study", 1L, "total", 4L, "wait", 2L));
        assertThat(message.outcomes().keySet()).containsExactly("points", "fit", "error-by-degree");
    }

    @Test
    void theTimesOfAllStagesAreToldAndOnlyReusedOnesAreZero() {
        Decoded first = decode(encoder.encode(run(Patch.empty()), DELIVERY));
        assertThat(times(first))
                .hasSize(toy.plan().stages().size())
                .allSatisfy((stage, micros) -> assertThat(micros).isEqualTo(2L));
        assertThat(first.header()).doesNotContainKey("unready");

        Decoded degree = decode(encoder.encode(run(Patch.of(ToyExperiment.DEGREE, 2)), DELIVERY));
        assertThat(times(degree)).containsEntry("fit", 2L).containsEntry("points", 0L);
    }

    private static Map<String, Long> times(Decoded message) {
        Map<String, Long> times = new LinkedHashMap<>();
        ((Map<?, ?>) Objects.requireNonNull(message.header().get("stages")))
                .forEach((stage, micros) -> times.put((String) stage, (Long) micros));
        return times;
    }

    @Test
    void columnsLieOneAfterTheOtherOnAMultipleOfEight() {
        Frame frame = run(Patch.of(ToyExperiment.SAMPLES, 7));
        Decoded message = decode(encoder.encode(frame, DELIVERY));
        ToyExperiment.Sample sample =
                ((Outcome.Ready<ToyExperiment.Sample>) frame.outcome(toy.data).orElseThrow()).value();

        assertThat(message.at("points", "value", "x")).isEqualTo(Map.of("column", List.of(0L, 7L)));
        assertThat(message.at("points", "value", "y")).isEqualTo(Map.of("column", List.of(7L, 7L)));
        assertThat(message.column("points", "value", "x")).containsExactly(sample.x());
        assertThat(message.column("points", "value", "y")).containsExactly(sample.y());
        assertThat(message.column("fit", "value", "coefficients")[1]).isNaN();
        assertThat(message.columns()).hasSize(7 + 7 + 3 + 2);
    }

    @Test
    void onlyWhatChangedIsSentAgain() {
        encoder.encode(run(Patch.empty()), DELIVERY);

        Decoded degree = decode(encoder.encode(run(Patch.of(ToyExperiment.DEGREE, 2)), DELIVERY));
        assertThat(degree.outcomes().keySet()).containsExactly("fit");
        Decoded nothing = decode(encoder.encode(run(Patch.of(ToyExperiment.DEGREE, 2)), DELIVERY));
        assertThat(nothing.outcomes()).isEmpty();
        assertThat(nothing.columns()).isEmpty();
    }

    @Test
    void aLaterSubscriberIsSentEverything() {
        Frame frame = run(Patch.empty());
        encoder.encode(frame, DELIVERY);

        Decoded late = decode(new FrameEncoder(toy.plan()).encode(frame, DELIVERY));
        assertThat(late.outcomes().keySet()).containsExactly("points", "fit", "error-by-degree");
    }

    @Test
    void aFailureGivesItsReasons() {
        Decoded message = decode(encoder.encode(run(Patch.of(ToyExperiment.DEGREE, 9)), DELIVERY));

        assertThat(message.outcomes().get("fit"))
                .isEqualTo(Map.of("status", "failed", "reasons", List.of("degree 9 needs more than 5 samples")));
    }

    @Test
    void theFailureOfAnInternalStageIsToldByWhatReadsIt() {
        Decoded broken = decode(encoder.encode(run(Patch.of(ToyExperiment.NOISE, 1e250)), DELIVERY));

        assertThat(broken.outcomes()).doesNotContainKey("data");
        assertThat(broken.outcomes().get("fit"))
                .isEqualTo(Map.of("status", "failed", "reasons", List.of("noise of 1.0E250 drowns everything")));
    }

    private Frame run(Patch patch) {
        snapshot = snapshot.with(patch);
        return evaluation.run(snapshot, Fidelity.FULL, new Cancellation(), early -> {});
    }

    /** A clock on which everything takes just over a microsecond. */
    private static final class Ticks {
        private long now;

        long next() {
            return now += 1_001;
        }
    }

    private static Decoded decode(byte[] message) {
        ByteBuffer buffer = ByteBuffer.wrap(message).order(ByteOrder.LITTLE_ENDIAN);
        assertThat(buffer.getInt()).isEqualTo(0x0000_0101);
        int length = buffer.getInt();
        assertThat((8 + length) % 8).isZero();
        String header = new String(message, 8, length, StandardCharsets.UTF_8);
        double[] columns = new double[(message.length - 8 - length) / 8];
        buffer.position(8 + length)
                .slice()
                .order(ByteOrder.LITTLE_ENDIAN)
                .asDoubleBuffer()
                .get(columns);
        return new Decoded(new JsonReader(100_000, 1_000).object(header), columns);
    }

    private record Decoded(Map<String, Object> header, double[] columns) {
        @SuppressWarnings("unchecked") // the reader makes no other maps
        Map<String, Object> outcomes() {
            return (Map<String, Object>) Objects.requireNonNull(header.get("outcomes"));
        }

        Object at(String... path) {
            Object at = outcomes();
            for (String name : path) {
                at = Objects.requireNonNull(((Map<?, ?>) at).get(name));
            }
            return at;
        }

        double[] column(String... path) {
            String[] place = Arrays.copyOf(path, path.length + 1);
            place[path.length] = "column";
            List<?> ends = (List<?>) at(place);
            int offset = Math.toIntExact((Long) ends.get(0));
            return Arrays.copyOfRange(columns, offset, offset + Math.toIntExact((Long) ends.get(1)));
        }
    }
}

package org.interactiveml.streams.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.reactivex.rxjava3.subscribers.TestSubscriber;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.interactiveml.engine.experiment.Fidelity;
import org.interactiveml.engine.experiment.Frame;
import org.interactiveml.engine.experiment.Outcome;
import org.interactiveml.engine.experiment.Phase;
import org.interactiveml.engine.experiment.Stage;
import org.interactiveml.engine.parameter.Patch;
import org.interactiveml.streams.run.Ending;
import org.interactiveml.streams.run.Pace;
import org.junit.jupiter.api.Test;

/** The promises of a session under random changes, durations, policies and subscribers, in virtual time. */
class RandomScheduleTest {
    private static final int SEEDS = 400;

    private final VirtualTime time = new VirtualTime();
    private final Stage<Integer> data = Stage.named("data", Phase.DATA)
            .reads(Toy.ROWS)
            .computes(in -> {
                time.busy(in, in.get(Toy.ROWS) % 50);
                return in.get(Toy.ROWS);
            })
            .reportedBy(Toy::show);
    private final Stage<Integer> fit = Stage.named("fit", Phase.FIT)
            .after(data)
            .reads(Toy.DEGREE)
            .computes(in -> {
                time.busy(in, in.get(Toy.DEGREE) % 90);
                return 1000 * in.get(data) + in.get(Toy.DEGREE);
            })
            .reportedBy(Toy::show);
    private final Stage<String> study = Stage.named("study", Phase.STUDY)
            .after(fit)
            .refining()
            .computes(in -> {
                time.busy(in, in.fidelity() == Fidelity.DRAFT ? 7 : 200);
                return in.fidelity() + " " + in.get(fit);
            })
            .reportedBy(Toy::show);
    private final Toy toy = Toy.of(data, fit, study);

    @Test
    void theLastStateAlwaysArrivesAndEveryChangeEndsOnce() {
        for (long seed = 1; seed <= SEEDS; seed++) {
            check(seed);
        }
    }

    private void check(long seed) {
        Random random = new Random(seed);
        Heard heard = new Heard();
        DebouncePolicy policy = new DebouncePolicy(
                Duration.ofMillis(random.nextInt(30)),
                Duration.ofMillis(random.nextInt(300)),
                Duration.ofMillis(random.nextInt(200)),
                Duration.ofMillis(random.nextInt(300)));
        List<Stage<?>> targets = random.nextBoolean() ? List.of(data, fit, study) : List.of(data, fit);
        Session session = Sessions.in(time.context(policy, heard))
                .open(toy, toy.parameters().defaults(), targets);
        List<TestSubscriber<Frame>> subscribers = new ArrayList<>();
        subscribers.add(session.frames().test());
        subscribers.add(session.frames().test(0));

        int changes = random.nextInt(40);
        int gap = 1 + random.nextInt(120);
        long at = 0;
        for (int change = 0; change < changes; change++) {
            at += random.nextInt(gap);
            Patch patch = Patch.of(random.nextBoolean() ? Toy.ROWS : Toy.DEGREE, random.nextInt(900));
            Pace pace = random.nextInt(3) == 0 ? Pace.NOW : Pace.DRAG;
            time.in(at, () -> session.submit(patch, pace));
            if (random.nextInt(4) == 0) {
                time.in(at + random.nextInt(20), () -> subscribers.get(1).request(1));
            }
            if (random.nextInt(10) == 0) {
                time.in(at, () -> subscribers.add(session.frames().test()));
            }
        }
        time.pass(at + 2000);
        subscribers.forEach(subscriber -> subscriber.request(1000));

        for (TestSubscriber<Frame> subscriber : subscribers) {
            subscriber.assertNotComplete().assertNoErrors();
            checkSeen(subscriber.values(), session, seed);
        }
        assertThat(heard.endings().keySet()).as("seed %d", seed).containsExactlyElementsOf(heard.accepted);
        assertThat(heard.endings().values()).as("seed %d", seed).allMatch(endings -> endings.size() == 1);
        assertThat(heard.accepted).as("seed %d", seed).hasSize(changes);
        assertThat(session.superseded())
                .as("seed %d", seed)
                .isEqualTo(heard.count(Ending.SUPERSEDED) + heard.count(Ending.CANCELLED));
        heard.endings()
                .forEach((version, how) -> assertThat(
                                heard.frames.stream().anyMatch(frame -> frame.version() == version && frame.complete()))
                        .as("seed %d: version %d, which ended as %s, has a complete frame", seed, version, how)
                        .isEqualTo(how.equals(List.of(Ending.RUN))));
        session.close();
    }

    private void checkSeen(List<Frame> frames, Session session, long seed) {
        long version = 0;
        for (Frame frame : frames) {
            assertThat(frame.version()).as("seed %d", seed).isGreaterThanOrEqualTo(version);
            version = frame.version();
            int rows = frame.snapshot().get(Toy.ROWS);
            int whole = 1000 * rows + frame.snapshot().get(Toy.DEGREE);
            assertThat(frame.outcome(data)).as("seed %d", seed).contains(new Outcome.Ready<>(rows));
            assertThat(frame.outcome(fit)).as("seed %d", seed).contains(new Outcome.Ready<>(whole));
            frame.at("study").ifPresent(report -> assertThat(report.toString()).endsWith(" " + whole + "]"));
        }
        Frame last = frames.getLast();
        assertThat(last.version())
                .as("seed %d", seed)
                .isEqualTo(session.snapshot().version());
        assertThat(last.complete()).as("seed %d", seed).isTrue();
        assertThat(last.fidelity()).as("seed %d", seed).isEqualTo(Fidelity.FULL);
    }
}

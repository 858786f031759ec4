package org.interactiveml.streams.replay;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.reactivex.rxjava3.schedulers.TestScheduler;
import java.nio.file.Path;
import java.util.Objects;
import org.interactiveml.engine.parameter.Patch;
import org.interactiveml.streams.ToyExperiment;
import org.interactiveml.streams.history.Entry;
import org.interactiveml.streams.history.Names;
import org.interactiveml.streams.history.Timeline;
import org.interactiveml.streams.run.Pace;
import org.interactiveml.streams.run.RunListener;
import org.interactiveml.streams.session.DebouncePolicy;
import org.interactiveml.streams.session.Session;
import org.interactiveml.streams.session.SessionContext;
import org.interactiveml.streams.session.Sessions;
import org.junit.jupiter.api.Test;

class PlayerTest {
    private static final String LESSON = Scripts.HEADER + """
            {"at":0,"caption":"One","set":{"degree":2}}
            {"at":1000,"caption":"Two","set":{"degree":3}}
            {"at":2000,"ask":{"question":"And now?","choices":["Up","Down"],"answer":2}}
            {"at":2500,"caption":"Three","set":{"degree":1,"samples":9}}
            """;

    private final TestScheduler time = new TestScheduler();
    private final Session session = Sessions.in(new SessionContext(
                    new TestScheduler(), new TestScheduler(), () -> 0L, DebouncePolicy.standard(), RunListener.NONE))
            .open(new ToyExperiment());
    private final Player player = new Player(session, time);

    private static Script script(String text) {
        return Scripts.read(Path.of("."), text);
    }

    private void play(String text) {
        player.play(script(text));
        pass(0);
    }

    private void pass(long millis) {
        time.advanceTimeBy(millis, MILLISECONDS);
    }

    private int degree() {
        return session.snapshot().get(ToyExperiment.DEGREE);
    }

    private Player.State state() {
        return Objects.requireNonNull(player.states().blockingFirst());
    }

    @Test
    void stepsComeAtTheirTimes() {
        session.submit(Patch.of(ToyExperiment.SAMPLES, 77), Pace.NOW);
        play(LESSON);
        assertThat(session.snapshot().get(ToyExperiment.SAMPLES)).isEqualTo(5);
        assertThat(degree()).isEqualTo(2);
        assertThat(state().caption()).contains("One");
        pass(999);
        assertThat(degree()).isEqualTo(2);
        pass(1);
        assertThat(degree()).isEqualTo(3);
        assertThat(state().status()).isEqualTo(Player.Status.PLAYING);
    }

    @Test
    void aQuestionWaitsForAGuessOrIsSkipped() {
        play(LESSON);
        pass(60_000);
        assertThat(state().status()).isEqualTo(Player.Status.ASKING);
        assertThat(degree()).isEqualTo(3);
        player.guess(1);
        pass(0);
        assertThat(state().guess()).hasValue(1);
        assertThat(state().question().orElseThrow().answerText()).isEqualTo("Down");
        pass(500);
        assertThat(degree()).isEqualTo(1);
        assertThat(state().status()).isEqualTo(Player.Status.ENDED);
        assertThat(state().question()).isEmpty();

        player.resume();
        pass(60_000);
        assertThat(state().status()).isEqualTo(Player.Status.ASKING);
        player.skip();
        pass(500);
        assertThat(state().status()).isEqualTo(Player.Status.ENDED);
    }

    @Test
    void twiceTheSpeedHalvesWhatIsLeft() {
        play(LESSON);
        pass(500);
        player.speed(2);
        pass(249);
        assertThat(degree()).isEqualTo(2);
        pass(1);
        assertThat(degree()).isEqualTo(3);
    }

    @Test
    void theHandStopsThePlayingAndGoingOnBringsTheScriptBack() {
        play(LESSON);
        pass(500);
        session.submit(Patch.of(ToyExperiment.DEGREE, 20).and(Patch.of(ToyExperiment.SAMPLES, 40)), Pace.DRAG);
        pass(10_000);
        assertThat(degree()).isEqualTo(20);
        assertThat(state().status()).isEqualTo(Player.Status.PAUSED);
        assertThat(state().takenOver()).isTrue();
        player.resume();
        pass(0);
        assertThat(degree()).isEqualTo(2);
        assertThat(session.snapshot().get(ToyExperiment.SAMPLES)).isEqualTo(5);
        pass(500);
        assertThat(degree()).isEqualTo(3);
    }

    @Test
    void aPauseKeepsThePlace() {
        play(LESSON);
        pass(400);
        player.pause();
        pass(5_000);
        assertThat(state().takenOver()).isFalse();
        player.resume();
        pass(599);
        assertThat(degree()).isEqualTo(2);
        pass(1);
        assertThat(degree()).isEqualTo(3);
    }

    @Test
    void anEjectedScriptDoesNothingMore() {
        play(LESSON);
        player.eject();
        pass(60_000);
        assertThat(degree()).isEqualTo(2);
        assertThat(state()).isEqualTo(Player.State.NOTHING);
    }

    @Test
    void theMovementsOfOneHandAreOneEntryOfTheHistory() {
        try (Timeline timeline = new Timeline(session, () -> 0L, Names.ENGLISH)) {
            play(Scripts.HEADER + """
                    {"at":0,"set":{"degree":2}}
                    {"at":16,"set":{"degree":3}}
                    {"at":33,"set":{"degree":4}}
                    {"at":2000,"set":{"samples":9}}
                    """);
            pass(60_000);
            assertThat(timeline.after(0)).extracting(Entry::label).containsExactly("Degree 1 → 4", "Samples 5 → 9");
        }
    }

    @Test
    void playingTheHistoryAgainMakesNoNewEntries() {
        try (Timeline timeline = new Timeline(session, () -> 0L, Names.ENGLISH)) {
            session.submit(Patch.of(ToyExperiment.DEGREE, 4), Pace.NOW);
            session.submit(Patch.of(ToyExperiment.DEGREE, 6), Pace.NOW);
            timeline.go(0, Pace.NOW);
            player.play(HistoryScript.script(session.experiment(), "History", timeline.branch()));
            pass(60_000);
            assertThat(degree()).isEqualTo(6);
            assertThat(timeline.after(0)).hasSize(2);
        }
    }
}

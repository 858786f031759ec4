package org.interactiveml.ui.page;

import static org.interactiveml.ui.text.Texts.text;

import com.vaadin.flow.component.notification.Notification;
import io.reactivex.rxjava3.core.Flowable;
import io.reactivex.rxjava3.disposables.Disposable;
import io.reactivex.rxjava3.schedulers.Schedulers;
import java.util.List;
import java.util.Optional;
import org.interactiveml.engine.experiment.Experiment;
import org.interactiveml.engine.parameter.InvalidInputException;
import org.interactiveml.engine.parameter.Problem;
import org.interactiveml.streams.history.Entry;
import org.interactiveml.streams.history.Timeline;
import org.interactiveml.streams.replay.HistoryScript;
import org.interactiveml.streams.replay.Player;
import org.interactiveml.streams.replay.Recorder;
import org.interactiveml.streams.replay.Recording;
import org.interactiveml.streams.replay.Script;
import org.interactiveml.streams.replay.ScriptPack;
import org.interactiveml.streams.replay.ScriptReader;
import org.interactiveml.streams.run.Pace;
import org.interactiveml.streams.session.Session;
import org.interactiveml.ui.text.EngineTexts;
import org.jspecify.annotations.Nullable;

/**
 * What a page plays and records: its own history, takes of what the viewer does, scripts from outside, lessons. To be used
 * under the lock of the page's UI.
 */
final class Playback implements Disposable {
    private final Session session;
    private final Timeline timeline;
    private final Player player;
    private @Nullable Recorder recorder;
    private @Nullable Recorder take;
    private @Nullable Script loaded;
    private int takes;
    private boolean disposed;

    Playback(Session session, Timeline timeline) {
        this.session = session;
        this.timeline = timeline;
        this.player = new Player(session, Schedulers.computation());
    }

    Flowable<Player.State> states() {
        return player.states();
    }

    /** The script that is loaded; none while the history is played. */
    Optional<Script> loaded() {
        return Optional.ofNullable(loaded);
    }

    /** Plays what is loaded, or the branch of the history that the session is on, from its beginning. */
    void play(Player.Status status) {
        boolean begun = status == Player.Status.PAUSED || status == Player.Status.ASKING;
        if (loaded != null || begun) {
            player.resume();
            return;
        }
        List<Entry> branch = timeline.branch();
        if (branch.size() == 1) {
            Notification.show(text("timeline.nothing-to-play"));
            return;
        }
        timeline.go(branch.getFirst().id(), Pace.NOW);
        player.play(HistoryScript.script(session.experiment(), text("timeline.history"), branch));
    }

    /** Plays a script in place of what was loaded. */
    void play(Script script) {
        loaded = script;
        player.play(script);
    }

    void pause() {
        player.pause();
    }

    void speed(double faster) {
        player.speed(faster);
    }

    void guess(int choice) {
        player.guess(choice);
    }

    void skip() {
        player.skip();
    }

    void eject() {
        loaded = null;
        player.eject();
    }

    boolean isRecording() {
        return recorder != null;
    }

    /** Begins a take. */
    void record() {
        recorder = new Recorder(session, System::nanoTime);
    }

    /** Ends the take, which is then ready to be played and saved. */
    void stopRecording() {
        Recorder ended = recorder;
        if (ended == null) {
            return;
        }
        ended.close();
        recorder = null;
        take = ended;
        takes++;
        loaded = ended.script(text("timeline.take", takes));
        player.load(loaded);
    }

    /** The last take, to keep. */
    Optional<Recording> take() {
        return Optional.ofNullable(take).map(ended -> ended.recording(title(text("timeline.take", takes))));
    }

    /** The whole history, to keep. */
    Recording history() {
        return HistoryScript.recording(
                session.experiment(), title(text("timeline.history")), timeline.after(-1), session.snapshot());
    }

    private String title(String what) {
        return EngineTexts.current().title(session.experiment()) + ": " + what;
    }

    /** Opens a file and plays it; otherwise a line for each problem says why not. */
    List<String> open(ScriptReader reader, String name, byte[] bytes) {
        try {
            Script script = ScriptPack.read(reader, name, bytes);
            Experiment about = script.experiment();
            if (!about.id().equals(session.experiment().id())) {
                return List.of(text("timeline.other-page", EngineTexts.current().title(about), about.id()));
            }
            play(script);
            return List.of();
        } catch (InvalidInputException refused) {
            return refused.problems().stream().map(Problem::message).toList();
        }
    }

    @Override
    public void dispose() {
        disposed = true;
        player.close();
        if (recorder != null) {
            recorder.close();
        }
    }

    @Override
    public boolean isDisposed() {
        return disposed;
    }
}

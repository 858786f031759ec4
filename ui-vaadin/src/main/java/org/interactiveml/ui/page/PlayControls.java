package org.interactiveml.ui.page;

import static org.interactiveml.ui.text.Texts.text;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import org.interactiveml.engine.experiment.Experiment;
import org.interactiveml.streams.replay.Player;
import org.interactiveml.streams.replay.ScriptReader;

/** Play, speed, record, open and save. */
final class PlayControls extends Div {
    private static final long serialVersionUID = 1;

    private final transient Playback playback;
    private final Button play = new Button(text("timeline.play"), click -> playOrPause());
    private final Button record = new Button(text("timeline.record"), click -> recordOrStop());
    private final Span title = new Span();
    private final Button eject =
            new Button(text("timeline.eject"), click -> playback().eject());
    private final SaveMenu save;
    private transient Player.Status status = Player.Status.EMPTY;

    PlayControls(Playback playback, Experiment experiment, ScriptReader reader, Complaints complaints) {
        this.playback = playback;
        this.save = new SaveMenu(playback, experiment.id());
        addClassName("iml-deck");
        record.addClassName("iml-record");
        record.setTooltipText(text("timeline.record.help"));
        Select<Double> speed = new Select<>();
        speed.setItems(0.5, 1.0, 2.0, 4.0);
        speed.setItemLabelGenerator(times -> (times == 0.5 ? "0.5" : Integer.toString(times.intValue())) + "×");
        speed.setValue(1.0);
        speed.setAriaLabel(text("timeline.speed"));
        speed.addValueChangeListener(event -> playback.speed(event.getValue()));
        title.addClassName("iml-loaded");
        add(play, speed, record, new OpenScript(playback, reader, complaints), save, title, eject);
        show(Player.State.NOTHING);
    }

    private Playback playback() {
        return playback;
    }

    void show(Player.State state) {
        status = state.status();
        boolean playing = status == Player.Status.PLAYING;
        play.setText(playing ? text("timeline.pause") : text("timeline.play"));
        play.setEnabled(status != Player.Status.ASKING);
        boolean other = playback.loaded().isPresent() && status != Player.Status.EMPTY;
        title.setText(other ? state.title() : "");
        eject.setVisible(other);
    }

    private void playOrPause() {
        if (status == Player.Status.PLAYING) {
            playback.pause();
        } else {
            playback.play(status);
        }
    }

    private void recordOrStop() {
        if (playback.isRecording()) {
            playback.stopRecording();
            save.offerTake();
        } else {
            playback.record();
        }
        record.setText(playback.isRecording() ? text("timeline.record.stop") : text("timeline.record"));
        record.getElement().getClassList().set("iml-recording", playback.isRecording());
    }
}

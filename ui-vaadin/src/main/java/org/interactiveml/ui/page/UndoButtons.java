package org.interactiveml.ui.page;

import static org.interactiveml.ui.text.Texts.text;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Span;
import org.interactiveml.streams.history.Timeline;

/** One step back, one step on. The keys for it and the browser's own buttons are the track's business. */
final class UndoButtons extends Span {
    private static final long serialVersionUID = 1;

    private final Button undo;
    private final Button redo;

    UndoButtons(Timeline timeline) {
        addClassName("iml-undo");
        undo = new Button(text("timeline.undo"), click -> timeline.step(-1));
        undo.setTooltipText(text("timeline.undo.help"));
        redo = new Button(text("timeline.redo"), click -> timeline.step(1));
        redo.setTooltipText(text("timeline.redo.help"));
        add(undo, redo);
    }

    void show(Timeline.Mark mark) {
        undo.setEnabled(mark.canUndo());
        redo.setEnabled(mark.canRedo());
    }
}

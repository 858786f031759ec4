package org.interactiveml.ui.page;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Section;
import io.reactivex.rxjava3.disposables.Disposable;
import io.reactivex.rxjava3.schedulers.Schedulers;
import java.util.function.Consumer;
import org.interactiveml.streams.history.Timeline;

/** What has been done on the page, and the way back to it. */
final class TimelinePanel extends Section {
    private static final long serialVersionUID = 1;

    private final transient Timeline timeline;
    private final UndoButtons undo;
    private final Track track;

    /**
     * A panel.
     *
     * @param visit see {@link Track}
     */
    TimelinePanel(Timeline timeline, UndoButtons undo, Consumer<String> visit) {
        this.timeline = timeline;
        this.undo = undo;
        this.track = new Track(timeline, visit);
        addClassName("iml-history");
        getElement().setAttribute("aria-label", "Timeline");
        add(track);
    }

    /** Keeps the page up to date with the history. Steps are noticed under the session's lock, so they are shown elsewhere. */
    Disposable follow(UI ui) {
        return timeline.marks().observeOn(Schedulers.single(), false, 1).subscribe(mark -> show(ui, mark));
    }

    @SuppressWarnings("FutureReturnValueIgnored") // Vaadin reports what fails here to the UI's own error handler
    private void show(UI ui, Timeline.Mark mark) {
        ui.access(() -> {
            track.show(mark);
            undo.show(mark);
        });
    }
}

package org.interactiveml.ui.page;

import com.fasterxml.jackson.core.JsonGenerator;
import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import java.io.IOException;
import java.util.function.Consumer;
import org.interactiveml.streams.history.Entry;
import org.interactiveml.streams.history.Timeline;
import org.interactiveml.streams.run.Pace;
import org.interactiveml.streams.wire.Json;

/**
 * The browser's {@code <iml-timeline>}: a tick for each entry of the history, to scrub along, and the keys and browser buttons
 * that mean undo and redo. It is told what is new, never the whole again.
 */
@Tag("iml-timeline")
final class Track extends Component {
    private static final long serialVersionUID = 1;
    private static final int NOTHING = -1;

    private final transient Timeline timeline;
    private final transient Consumer<String> visit;
    private int told = NOTHING;

    /**
     * A track of a history.
     *
     * @param visit is handed the query string of an address of this page that the browser went back to, where the history
     *     does not know it: it is from before the page was loaded
     */
    Track(Timeline timeline, Consumer<String> visit) {
        this.timeline = timeline;
        this.visit = visit;
    }

    /** Shows how things stand. */
    void show(Timeline.Mark mark) {
        String news = Json.text(json -> news(json, mark));
        told = mark.newest();
        getElement()
                .executeJs("customElements.whenDefined('iml-timeline').then(() => this.show(JSON.parse($0)))", news);
    }

    private void news(JsonGenerator json, Timeline.Mark mark) throws IOException {
        json.writeStartObject();
        json.writeNumberField("cursor", mark.cursor());
        json.writeNumberField("oldest", mark.oldest());
        json.writeArrayFieldStart("entries");
        for (Entry entry : timeline.after(told)) {
            if (entry.id() <= mark.newest()) {
                json.writeStartObject();
                json.writeNumberField("id", entry.id());
                json.writeNumberField("parent", entry.parent());
                json.writeStringField("label", entry.label());
                json.writeEndObject();
            }
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    /** Undoes or redoes: so many steps on, or back where they are negative. */
    @ClientCallable
    void step(int steps) {
        timeline.step(steps);
    }

    /** Goes to an entry; {@code scrubbing} while the hand is still moving. Whether it is kept. */
    @ClientCallable
    boolean go(int entry, boolean scrubbing) {
        return timeline.go(entry, scrubbing ? Pace.DRAG : Pace.NOW);
    }

    @ClientCallable
    void visit(String search) {
        visit.accept(search);
    }
}

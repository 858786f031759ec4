package org.interactiveml.ui.page;

import static org.interactiveml.ui.text.Texts.text;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Section;
import io.reactivex.rxjava3.core.Flowable;
import io.reactivex.rxjava3.disposables.Disposable;
import io.reactivex.rxjava3.schedulers.Schedulers;
import java.util.function.Consumer;

/** What has been done on the page, the way back to it, and what plays it again; above it what went wrong. */
final class TimelinePanel extends Section {
    private static final long serialVersionUID = 1;

    TimelinePanel(Complaints complaints, PlayControls controls, Track track) {
        addClassName("iml-history");
        getElement().setAttribute("aria-label", text("timeline.panel"));
        add(complaints, controls, track);
    }

    /**
     * Shows each news on the page, the newest where they come too fast. Some are told while a session is locked, so they are
     * shown on a thread of their own.
     */
    static <T> Disposable follow(UI ui, Flowable<T> news, Consumer<T> show) {
        return news.observeOn(Schedulers.single(), false, 1).subscribe(one -> show(ui, one, show));
    }

    @SuppressWarnings("FutureReturnValueIgnored") // Vaadin reports what fails here to the UI's own error handler
    private static <T> void show(UI ui, T news, Consumer<T> show) {
        ui.access(() -> show.accept(news));
    }
}

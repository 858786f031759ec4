package org.interactiveml.ui.page;

import static org.interactiveml.ui.text.Texts.text;

import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import io.reactivex.rxjava3.disposables.CompositeDisposable;
import io.reactivex.rxjava3.disposables.Disposable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.interactiveml.engine.catalog.Catalog;
import org.interactiveml.engine.experiment.Experiment;
import org.interactiveml.engine.parameter.Problem;
import org.interactiveml.engine.parameter.Snapshot;
import org.interactiveml.streams.history.Timeline;
import org.interactiveml.streams.replay.Lessons;
import org.interactiveml.streams.replay.Script;
import org.interactiveml.streams.replay.ScriptReader;
import org.interactiveml.streams.run.Pace;
import org.interactiveml.streams.session.Session;
import org.interactiveml.streams.session.Sessions;
import org.interactiveml.streams.vertx.LiveTokens;
import org.interactiveml.streams.wire.Json;
import org.interactiveml.ui.chart.LiveConnection;
import org.interactiveml.ui.control.Controls;
import org.interactiveml.ui.control.Tables;
import org.interactiveml.ui.text.EngineTexts;
import org.interactiveml.ui.text.LanguageChoice;
import org.interactiveml.ui.text.Messages;
import org.interactiveml.ui.text.Texts;

/**
 * The page of one experiment: its controls, its views, and the session between them.
 *
 * <p>The page owns the session: it opens with the page, from the values in the address, and ends with it. Sliders and plots
 * speak to it over the live socket; what passes through here is everything that is not in the way of a moving slider.
 */
@Route(":experiment?")
public final class ExperimentPage extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1;
    private static final String FIRST_LESSON = "overfitting";

    private final transient Sessions sessions;
    private final transient LiveTokens tokens;
    private final transient Tables tables;
    private final transient Catalog catalog;
    private final transient Lessons lessons;
    private final transient CompositeDisposable owned = new CompositeDisposable();
    private String title = "";

    /** A page of the catalogue, its session among the program's, its socket opened by one of the tokens, offering the tables. */
    public ExperimentPage(Sessions sessions, LiveTokens tokens, Tables tables, Catalog catalog, Lessons lessons) {
        this.sessions = sessions;
        this.tokens = tokens;
        this.tables = tables;
        this.catalog = catalog;
        this.lessons = lessons;
        addClassName("iml-page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String id = event.getRouteParameters().get("experiment").orElse("");
        if (id.isEmpty()) {
            event.forwardTo(
                    catalog.experiments().getFirst().id(), event.getLocation().getQueryParameters());
            return;
        }
        catalog.find(id)
                .ifPresentOrElse(
                        experiment -> open(
                                event.getUI(),
                                experiment,
                                query(event.getLocation().getQueryParameters())),
                        () -> event.rerouteToError(NotFoundException.class));
    }

    private static Map<String, String> query(QueryParameters parameters) {
        Map<String, String> query = new LinkedHashMap<>();
        parameters.getParameters().forEach((id, texts) -> query.put(id, texts.getFirst()));
        return query;
    }

    private void open(UI ui, Experiment experiment, Map<String, String> query) {
        owned.clear(); // the page of another experiment may be the same object
        title = EngineTexts.current().title(experiment);
        String language = Texts.current().language().code();
        Map<String, Script> course = lessons.of(experiment, language);
        Guidance guidance = Guidance.read(experiment, course, query);
        Link link = Link.read(experiment, Guidance.without(query));
        Session session = sessions.open(experiment, link.start(), experiment.viewed());
        Controls controls = new Controls(session, tables);
        Timeline timeline = new Timeline(session, System::currentTimeMillis, EngineTexts.current());
        UndoButtons undo = new UndoButtons(timeline);
        Complaints complaints = new Complaints();
        Track track = new Track(timeline, search -> complain(complaints, visit(session, search)));
        Playback playback = new Playback(session, timeline);
        PlayControls play =
                new PlayControls(playback, experiment, new ScriptReader(catalog.experiments(), language), complaints);
        LessonPanel lesson = new LessonPanel(playback);
        ui.getPage().addJsModule(Shell.CLIENT);
        removeAll();
        add(
                new LiveConnection(
                        tokens.issue(session),
                        Json.text(
                                out -> Json.values(out, experiment.parameters().defaults())),
                        Link.VERSION),
                new TopBar(
                        new ExperimentMenu(
                                catalog.experiments(),
                                experiment,
                                query.containsKey(LanguageChoice.PARAMETER)
                                        ? "?" + LanguageChoice.PARAMETER + "=" + language
                                        : ""),
                        session,
                        controls,
                        undo,
                        new LessonMenu(course, playback),
                        complaints,
                        Optional.ofNullable(course.get(FIRST_LESSON)).map(first -> new Hint(first, playback))),
                new ControlPanel(experiment.parameters(), controls),
                lesson,
                new ViewPanel(experiment),
                new TimelinePanel(complaints, play, track),
                new DropZone());
        // Only what the server's own fields show is worth a turn under the page's lock; sliders move sixty times a
        // second.
        owned.add(session.snapshots()
                .distinctUntilChanged(controls::looksTheSame)
                .subscribe(snapshot -> show(ui, controls, snapshot)));
        owned.add(TimelinePanel.follow(ui, timeline.marks(), mark -> {
            track.show(mark);
            undo.show(mark);
        }));
        owned.add(TimelinePanel.follow(ui, playback.states(), state -> {
            play.show(state);
            lesson.show(state);
            guidance.hold(controls, experiment, playback.loaded());
        }));
        owned.add(playback);
        owned.add(Disposable.fromRunnable(() -> {
            timeline.close();
            tokens.revoke(session);
            session.close();
        }));
        complain(
                complaints,
                Stream.concat(guidance.problems().stream(), link.problems().stream())
                        .toList());
        guidance.lesson().ifPresent(playback::play);
    }

    @SuppressWarnings("FutureReturnValueIgnored") // Vaadin reports what fails here to the UI's own error handler
    private static void show(UI ui, Controls controls, Snapshot snapshot) {
        ui.access(() -> controls.show(snapshot));
    }

    /** The browser went back to an address from before the page was loaded: what it carries is a change like any other. */
    private static List<Problem> visit(Session session, String search) {
        Link link = Link.read(session.experiment(), Guidance.without(query(QueryParameters.fromString(search))));
        session.submit(link.start().since(session.snapshot()), Pace.NOW);
        return link.problems();
    }

    private static void complain(Complaints complaints, List<Problem> problems) {
        complaints.tell(
                text("page.link.partly"),
                problems.stream()
                        .map(Problem::message)
                        .map(Messages::translated)
                        .toList());
    }

    @Override
    protected void onDetach(DetachEvent event) {
        owned.clear();
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}

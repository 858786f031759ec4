package org.interactiveml.ui.page;

import static org.interactiveml.ui.text.Texts.text;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.contextmenu.SubMenu;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.interactiveml.engine.experiment.Evaluation;
import org.interactiveml.engine.experiment.Experiment;
import org.interactiveml.engine.experiment.Fidelity;
import org.interactiveml.engine.experiment.Frame;
import org.interactiveml.engine.experiment.Outcome;
import org.interactiveml.engine.experiment.Sheet;
import org.interactiveml.engine.experiment.Stage;
import org.interactiveml.engine.numeric.Cancellation;
import org.interactiveml.engine.numeric.Infeasible;
import org.interactiveml.engine.parameter.Snapshot;
import org.interactiveml.engine.view.Report;
import org.interactiveml.streams.session.Session;
import org.interactiveml.ui.share.Csv;
import org.interactiveml.ui.share.Program;

/** The menu of what a visitor can take home. What it holds is made when it is asked for, from the values of that moment. */
final class TakeHome extends MenuBar {
    private static final long serialVersionUID = 1;
    private static final int CONFLICT = 409;

    private final transient Session session;
    private final transient Stage<Sheet> sheet;
    private final Complaints complaints;
    private final String nothing = text("take-home.nothing");

    /** A text made from a fit and its rows. */
    @FunctionalInterface
    private interface Writer {
        String write(Snapshot snapshot, Sheet sheet, Report fit);
    }

    TakeHome(Session session, Stage<Sheet> sheet, Complaints complaints) {
        this.session = session;
        this.sheet = sheet;
        this.complaints = complaints;
        addThemeVariants(MenuBarVariant.LUMO_TERTIARY);
        SubMenu menu = addItem(text("take-home.menu")).getSubMenu();
        menu.addItem(link(text("take-home.csv"), "rows.csv", (snapshot, rows, fit) -> Csv.of(rows)));
        for (Program program : Program.of(session.experiment().id())) {
            menu.addItem(link(
                    text(program.label()),
                    program.file(),
                    (snapshot, rows, fit) -> program.text().of(snapshot.plain(), rows, fit)));
        }
    }

    private Anchor link(String label, String file, Writer writer) {
        Anchor link = new Anchor(DownloadHandler.fromInputStream(download -> response(download, file, writer)), label);
        link.setDownload(true);
        return link;
    }

    /** On a thread of the download's request. What cannot be written is told on the page, where the viewer is looking. */
    private DownloadResponse response(DownloadEvent download, String file, Writer writer) {
        try {
            byte[] bytes = written(writer).getBytes(StandardCharsets.UTF_8);
            tell(download.getUI(), file, List.of());
            return new DownloadResponse(
                    new ByteArrayInputStream(bytes), file, "text/plain; charset=utf-8", bytes.length);
        } catch (Infeasible refused) {
            tell(download.getUI(), file, refused.reasons());
            return DownloadResponse.error(CONFLICT, refused.reasons().getFirst());
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // Vaadin reports what fails here to the UI's own error handler
    private void tell(UI page, String file, List<String> reasons) {
        page.access(() -> complaints.tell(text("take-home.refused", file), reasons));
    }

    /** Beside the session: its own run goes on. */
    private String written(Writer writer) {
        Experiment experiment = session.experiment();
        Snapshot snapshot = session.snapshot();
        Frame frame = new Evaluation(experiment.plan(), List.of(experiment.fit(), sheet), System::nanoTime)
                .run(snapshot, Fidelity.FULL, new Cancellation(), early -> {});
        return frame.outcome(sheet)
                .filter(Outcome.Ready.class::isInstance)
                .flatMap(rows -> frame.at(experiment.fit().id())
                        .map(fit -> writer.write(snapshot, ((Outcome.Ready<Sheet>) rows).value(), fit)))
                .orElseThrow(() -> new Infeasible(nothing));
    }
}

package org.interactiveml.ui.page;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.dom.Element;
import org.interactiveml.engine.experiment.Experiment;
import org.interactiveml.engine.parameter.Group;
import org.interactiveml.engine.parameter.Parameter;
import org.interactiveml.engine.parameter.Patch;
import org.interactiveml.engine.parameter.SeedParameter;
import org.interactiveml.engine.parameter.Snapshot;
import org.interactiveml.streams.run.Pace;
import org.interactiveml.streams.session.Session;
import org.interactiveml.ui.control.Controls;

/** What the page is about, and what acts on all of it. */
final class TopBar extends Header {
    private static final long serialVersionUID = 1;

    TopBar(ExperimentMenu menu, Session session, Controls controls, UndoButtons undo, LessonMenu lessons) {
        addClassName("iml-top");
        Experiment experiment = session.experiment();
        Div words = new Div(new H1(experiment.title()), new Paragraph(experiment.summary()));
        Button sample = new Button("New sample", click -> session.submit(nextSeeds(session.snapshot()), Pace.NOW));
        sample.setTooltipText("The same settings with other random draws");
        Button reset = new Button("Reset", click -> {
            controls.forgive();
            session.submit(experiment.parameters().defaults().since(session.snapshot()), Pace.NOW);
        });
        reset.setTooltipText("Every control back to where it was at first");
        Div actions = new Div(undo, sample, reset, lessons);
        experiment.sheet().ifPresent(sheet -> actions.add(new TakeHome(session, sheet)));
        actions.getElement().appendChild(new Element("iml-view-menu"), new Element("iml-theme"));
        actions.addClassName("iml-actions");
        add(menu, words, actions);
    }

    /** The seeds of the data, each one on; the split stays, so that only the sample changes. */
    private static Patch nextSeeds(Snapshot now) {
        Patch patch = Patch.empty();
        for (Parameter<?> parameter : now.parameters()) {
            if (parameter instanceof SeedParameter seed && seed.group() == Group.DATA) {
                patch = patch.and(Patch.of(seed, (now.get(seed) + 1) % (SeedParameter.MAX + 1)));
            }
        }
        return patch;
    }
}

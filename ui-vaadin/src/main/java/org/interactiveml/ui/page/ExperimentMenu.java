package org.interactiveml.ui.page;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Nav;
import java.util.List;
import org.interactiveml.engine.experiment.Experiment;

/** The way from one experiment to another. */
final class ExperimentMenu extends Nav {
    private static final long serialVersionUID = 1;

    ExperimentMenu(List<Experiment> experiments, Experiment here) {
        addClassName("iml-experiments");
        setAriaLabel("Experiments");
        for (Experiment experiment : experiments) {
            Anchor link = new Anchor("/" + experiment.id(), experiment.title());
            link.setRouterIgnore(true); // each page has a session of its own, which ends when it is left
            link.setTitle(experiment.summary());
            if (experiment.id().equals(here.id())) {
                link.getElement().setAttribute("aria-current", "page");
            }
            add(link);
        }
    }
}

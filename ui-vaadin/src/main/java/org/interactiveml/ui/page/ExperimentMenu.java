package org.interactiveml.ui.page;

import static org.interactiveml.ui.text.Texts.text;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Nav;
import java.util.List;
import org.interactiveml.engine.experiment.Experiment;
import org.interactiveml.ui.text.EngineTexts;

/** The way from one experiment to another. */
final class ExperimentMenu extends Nav {
    private static final long serialVersionUID = 1;

    /**
     * Links to all of the experiments.
     *
     * @param carried what the links carry on, as a query string
     */
    ExperimentMenu(List<Experiment> experiments, Experiment here, String carried) {
        addClassName("iml-experiments");
        setAriaLabel(text("page.experiments"));
        EngineTexts texts = EngineTexts.current();
        for (Experiment experiment : experiments) {
            Anchor link = new Anchor("/" + experiment.id() + carried, texts.title(experiment));
            link.setRouterIgnore(true); // each page has a session of its own, which ends when it is left
            link.setTitle(texts.summary(experiment));
            if (experiment.id().equals(here.id())) {
                link.getElement().setAttribute("aria-current", "page");
            }
            add(link);
        }
    }
}

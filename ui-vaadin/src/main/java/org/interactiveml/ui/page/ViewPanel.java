package org.interactiveml.ui.page;

import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.dom.Element;
import java.util.List;
import org.interactiveml.engine.view.ViewSpec;
import org.interactiveml.ui.chart.View;

/** All views of an experiment, and how long the last frame took. */
final class ViewPanel extends Main {
    private static final long serialVersionUID = 1;

    ViewPanel(List<ViewSpec> specs) {
        addClassName("iml-views");
        specs.forEach(spec -> add(new View(spec)));
        // The first plot is what a page is about: it gets the most room.
        getElement()
                .getChildren()
                .filter(view -> view.getTag().equals("iml-plot"))
                .findFirst()
                .ifPresent(plot -> plot.getClassList().add("iml-main"));
        Element strip = new Element("iml-strip");
        strip.setAttribute("data-view", "latency");
        getElement().appendChild(strip);
    }
}

package org.interactiveml.ui.page;

import static org.interactiveml.ui.text.Texts.text;

import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.dom.Element;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.interactiveml.engine.experiment.Experiment;
import org.interactiveml.engine.parameter.ChoiceParameter;
import org.interactiveml.engine.parameter.Parameter;
import org.interactiveml.engine.parameter.ParameterSet;
import org.interactiveml.engine.view.ViewSpec;
import org.interactiveml.streams.wire.Json;
import org.interactiveml.streams.wire.PlanJson;
import org.interactiveml.streams.wire.ViewJson;
import org.interactiveml.ui.chart.View;
import org.interactiveml.ui.text.EngineTexts;

/** All views of an experiment, how long the last frame took, and where. */
final class ViewPanel extends Main {
    private static final long serialVersionUID = 1;

    ViewPanel(Experiment experiment) {
        addClassName("iml-views");
        experiment.views().forEach(spec -> add(new View(spec)));
        // The first plot is what a page is about: it gets the most room.
        Optional<Element> main = getElement()
                .getChildren()
                .filter(view -> view.getTag().equals("iml-plot"))
                .findFirst();
        main.ifPresent(plot -> plot.getClassList().add("iml-main"));
        experiment.views().stream()
                .filter(ViewSpec.Scores.class::isInstance)
                .findFirst()
                .ifPresent(scores -> main.ifPresent(plot -> {
                    plot.setAttribute("pins", "");
                    getElement().appendChild(pins(scores, experiment.parameters()));
                }));
        Element strip = new Element("iml-strip");
        strip.setAttribute("data-view", "latency");
        getElement().appendChild(strip, stages(experiment));
    }

    /** The graph of the stages behind these views. */
    private static Element stages(Experiment experiment) {
        Element stages = new Element("iml-stages");
        stages.setAttribute("data-view", "stages");
        stages.setAttribute(
                "spec", PlanJson.text(text("page.stages"), experiment.plan().closure(experiment.viewed())));
        return stages;
    }

    private static <E extends Enum<E>> void name(
            ChoiceParameter<E> parameter, EngineTexts texts, Map<String, Object> labels) {
        parameter
                .choices()
                .forEach(choice -> labels.put(parameter.id() + "=" + parameter.name(choice), texts.choice(choice)));
    }

    /** The fits that people pin, compared by these scores; parameters and choices go by the labels of their controls. */
    private static Element pins(ViewSpec scores, ParameterSet parameters) {
        EngineTexts texts = EngineTexts.current();
        Element pins = new Element("iml-pins");
        pins.setAttribute("spec", ViewJson.text(texts.view(scores)));
        Map<String, Object> labels = new LinkedHashMap<>();
        for (Parameter<?> parameter : parameters) {
            labels.put(parameter.id(), texts.label(parameter));
            if (parameter instanceof ChoiceParameter<?> choice) {
                name(choice, texts, labels);
            }
        }
        pins.setAttribute("labels", Json.text(out -> Json.plain(out, labels)));
        return pins;
    }
}

package org.interactiveml.ui.page;

import static org.interactiveml.ui.text.Texts.text;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.dom.Element;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.interactiveml.engine.experiment.Experiment;
import org.interactiveml.engine.parameter.Group;
import org.interactiveml.engine.parameter.Parameter;
import org.interactiveml.engine.parameter.Patch;
import org.interactiveml.engine.parameter.SeedParameter;
import org.interactiveml.engine.parameter.Snapshot;
import org.interactiveml.streams.run.Pace;
import org.interactiveml.streams.session.Session;
import org.interactiveml.streams.wire.Json;
import org.interactiveml.ui.control.Controls;
import org.interactiveml.ui.text.EngineTexts;
import org.interactiveml.ui.text.Language;
import org.interactiveml.ui.text.Texts;

/** What the page is about, and what acts on all of it. */
final class TopBar extends Header {
    private static final long serialVersionUID = 1;

    TopBar(
            ExperimentMenu menu,
            Session session,
            Controls controls,
            UndoButtons undo,
            LessonMenu lessons,
            Complaints complaints,
            Optional<Hint> hint) {
        addClassName("iml-top");
        Experiment experiment = session.experiment();
        EngineTexts texts = EngineTexts.current();
        Div words = new Div(new H1(texts.title(experiment)), new Paragraph(texts.summary(experiment)));
        Button sample =
                new Button(text("page.new-sample"), click -> session.submit(nextSeeds(session.snapshot()), Pace.NOW));
        sample.setTooltipText(text("page.new-sample.help"));
        Button reset = new Button(text("page.reset"), click -> {
            controls.forgive();
            session.submit(experiment.parameters().defaults().since(session.snapshot()), Pace.NOW);
        });
        reset.setTooltipText(text("page.reset.help"));
        Div actions = new Div(undo, sample, reset, lessons);
        experiment.sheet().ifPresent(sheet -> actions.add(new TakeHome(session, sheet, complaints)));
        actions.addClassName("iml-actions");
        Div settings = new Div();
        settings.getElement().appendChild(new Element("iml-view-menu"), languages(), new Element("iml-theme"));
        settings.addClassNames("iml-actions", "iml-settings");
        add(menu, settings, words, actions);
        hint.ifPresent(this::add);
    }

    /** The menu of languages: the browser remembers the choice and loads the page again, with the values of its address. */
    private static Element languages() {
        Map<String, Object> names = new LinkedHashMap<>();
        for (Language language : Language.values()) {
            names.put(language.code(), language.ownName());
        }
        Element menu = new Element("iml-language");
        menu.setAttribute("languages", Json.text(out -> Json.plain(out, names)));
        menu.setAttribute("value", Texts.current().language().code());
        return menu;
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

package org.interactiveml.ui.page;

import static org.interactiveml.ui.text.Texts.text;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import jakarta.servlet.http.HttpServletResponse;
import org.interactiveml.engine.catalog.Catalog;
import org.interactiveml.engine.experiment.Experiment;
import org.interactiveml.ui.text.EngineTexts;

/** An address that leads nowhere: says which, and leads to the experiments. */
public final class NotFoundPage extends Main implements HasErrorParameter<NotFoundException>, HasDynamicTitle {
    private static final long serialVersionUID = 1;

    private final transient Catalog catalog;

    /** A page that offers what a catalogue has. */
    public NotFoundPage(Catalog catalog) {
        this.catalog = catalog;
        addClassName("iml-nothing");
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NotFoundException> parameter) {
        add(
                new H1(text("page.nothing")),
                new Paragraph(text("page.nothing.why", event.getLocation().getPath())),
                experiments());
        return HttpServletResponse.SC_NOT_FOUND;
    }

    private UnorderedList experiments() {
        EngineTexts texts = EngineTexts.current();
        UnorderedList list = new UnorderedList();
        for (Experiment experiment : catalog.experiments()) {
            Anchor link = new Anchor("/" + experiment.id(), texts.title(experiment));
            link.setRouterIgnore(true);
            list.add(new ListItem(link, new Div(texts.summary(experiment))));
        }
        return list;
    }

    @Override
    public String getPageTitle() {
        return text("page.nothing.title");
    }
}

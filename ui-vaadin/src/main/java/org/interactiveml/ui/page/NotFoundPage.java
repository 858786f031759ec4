package org.interactiveml.ui.page;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.PageTitle;
import jakarta.servlet.http.HttpServletResponse;

/** An address that leads nowhere: says which, and leads back. */
@PageTitle("Not found")
public final class NotFoundPage extends Main implements HasErrorParameter<NotFoundException> {
    private static final long serialVersionUID = 1;

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NotFoundException> parameter) {
        add(
                new H1("There is nothing at this address"),
                new Paragraph("No experiment is called “" + event.getLocation().getPath() + "”."),
                new Anchor("/", "Go to the laboratory"));
        return HttpServletResponse.SC_NOT_FOUND;
    }
}

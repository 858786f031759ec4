package org.interactiveml.ui.page;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;

/** The first address: says so when the server reaches it by push. */
@Route("")
@PageTitle("Interactive machine learning")
public final class WelcomePage extends Main {
    private static final long serialVersionUID = 1;

    private final Paragraph status = new Paragraph("Connecting…");

    /** The page as it is before the server has pushed anything. */
    public WelcomePage() {
        status.setId("status");
        add(new H1("Interactive machine learning"), status);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        var ui = event.getUI();
        Thread.ofVirtual().start(() -> ui.accessSynchronously(() -> status.setText("Connected")));
    }
}

package org.interactiveml.ui.page;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import jakarta.servlet.http.HttpServletResponse;
import org.interactiveml.engine.catalog.Catalog;
import org.jspecify.annotations.Nullable;

/**
 * Answers 404 where no experiment has the address. The page itself would find that out too, but only after its first answer
 * has said 200, which is what crawlers and scripts go by.
 */
public final class KnownAddresses implements VaadinServiceInitListener {
    private static final long serialVersionUID = 1;

    private final transient Catalog catalog;

    /** The addresses of a catalogue. */
    public KnownAddresses(Catalog catalog) {
        this.catalog = catalog;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.addIndexHtmlRequestListener(answer -> {
            if (!isKnown(answer.getVaadinRequest().getPathInfo())) {
                answer.getVaadinResponse().setStatus(HttpServletResponse.SC_NOT_FOUND);
            }
        });
    }

    private boolean isKnown(@Nullable String path) {
        String id = path == null ? "" : path.replaceAll("^/|/$", "");
        return id.isEmpty() || catalog.find(id).isPresent();
    }
}

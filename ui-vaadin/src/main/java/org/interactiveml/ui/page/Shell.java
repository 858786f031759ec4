package org.interactiveml.ui.page;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Inline;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.server.AppShellSettings;
import com.vaadin.flow.shared.communication.PushMode;
import com.vaadin.flow.shared.ui.Transport;
import java.util.Map;

/** What every page has around it: push over a WebSocket, the styles, the icon, the language. */
@Push(value = PushMode.AUTOMATIC, transport = Transport.WEBSOCKET)
@StyleSheet("iml/client.css")
public final class Shell implements AppShellConfigurator {
    private static final long serialVersionUID = 1;

    /** Our client, as every page loads it. */
    static final String CLIENT = "/iml/client.js";

    /**
     * Asks the page first when the browser goes back or on: undo and redo are not visits to another page. The router would
     * take them for that, and listeners of a window are called in the order in which they came.
     */
    private static final String BACK_AND_FORWARD = "addEventListener('popstate', event => "
            + "dispatchEvent(new Event('iml-popstate', {cancelable: true})) || event.stopImmediatePropagation());";

    @Override
    public void configurePage(AppShellSettings settings) {
        settings.addFavIcon("icon", "/iml/icon.svg", "any");
        settings.setViewport("width=device-width, initial-scale=1");
        // The page asks for it only once Vaadin has started: until then it may come already.
        settings.addLink(CLIENT, Map.of("rel", "modulepreload"));
        settings.addInlineWithContents(Inline.Position.PREPEND, BACK_AND_FORWARD, Inline.Wrapping.JAVASCRIPT);
    }
}

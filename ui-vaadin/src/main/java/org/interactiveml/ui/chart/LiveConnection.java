package org.interactiveml.ui.chart;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;

/** The browser's {@code <iml-live>}: owns the live socket that sliders write to and views draw from. One per page. */
@Tag("iml-live")
public final class LiveConnection extends Component {
    private static final long serialVersionUID = 1;

    /**
     * A connection to be made.
     *
     * @param token lets the browser connect to its session, once
     * @param defaults values, as JSON, that a link need not carry
     * @param version of the links that the browser writes
     */
    public LiveConnection(String token, String defaults, int version) {
        getElement().setAttribute("url", "/live");
        getElement().setAttribute("token", token);
        getElement().setAttribute("defaults", defaults);
        getElement().setAttribute("version", Integer.toString(version));
    }
}

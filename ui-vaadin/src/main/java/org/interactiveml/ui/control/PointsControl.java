package org.interactiveml.ui.control;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import org.interactiveml.engine.parameter.PointsParameter;
import org.interactiveml.engine.parameter.Snapshot;
import org.interactiveml.ui.control.Controls.Control;
import org.interactiveml.ui.text.EngineTexts;

/**
 * Points painted by hand: the browser's {@code <iml-points>}, which tells how many there are and takes them away. They are put on
 * the plots that paint them. The server declares it and is not involved again.
 */
@Tag("iml-points")
final class PointsControl extends Component implements Control {
    private static final long serialVersionUID = 1;

    PointsControl(PointsParameter parameter) {
        getElement().setAttribute("label", EngineTexts.current().label(parameter));
    }

    @Override
    public Component component() {
        return this;
    }

    @Override
    public void show(Snapshot snapshot) {
        // Frames carry the points to the browser.
    }

    @Override
    public void complain(String message) {
        // What the browser sends wrong is told to it by the live socket.
    }
}

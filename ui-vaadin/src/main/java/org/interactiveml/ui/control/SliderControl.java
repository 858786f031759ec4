package org.interactiveml.ui.control;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import org.interactiveml.engine.parameter.Bounds;
import org.interactiveml.engine.parameter.IntegerParameter;
import org.interactiveml.engine.parameter.Parameter;
import org.interactiveml.engine.parameter.RealParameter;
import org.interactiveml.engine.parameter.Scale;
import org.interactiveml.engine.parameter.Snapshot;
import org.interactiveml.ui.control.Controls.Control;
import org.interactiveml.ui.text.EngineTexts;

/**
 * A number within bounds: the browser's {@code <iml-slider>}, which sends its values over the live socket while it is moved
 * and takes new ones from frames. The server declares it and is not involved again.
 */
@Tag("iml-slider")
final class SliderControl extends Component implements Control {
    private static final long serialVersionUID = 1;

    SliderControl(IntegerParameter parameter, Snapshot now) {
        this(parameter, parameter.bounds(), now);
        getElement().setAttribute("integer", true);
    }

    SliderControl(RealParameter parameter, Snapshot now) {
        this(parameter, parameter.bounds(), now);
    }

    private SliderControl(Parameter<? extends Number> parameter, Bounds bounds, Snapshot now) {
        attribute("label", EngineTexts.current().label(parameter));
        attribute("value", now.get(parameter));
        attribute("min", bounds.softMin());
        attribute("max", bounds.softMax());
        attribute("hard-min", bounds.hardMin());
        attribute("hard-max", bounds.hardMax());
        attribute("step", bounds.step());
        attribute("scale", bounds.scale() == Scale.LOG ? "log" : "linear");
        attribute("unit", bounds.unit());
    }

    private void attribute(String name, Object value) {
        getElement().setAttribute(name, value.toString());
    }

    @Override
    public Component component() {
        return this;
    }

    @Override
    public void show(Snapshot snapshot) {
        // Frames carry the values to the browser.
    }

    @Override
    public void complain(String message) {
        getElement().setAttribute("error", message);
    }
}

package org.interactiveml.ui.chart;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.dom.Element;
import org.interactiveml.engine.view.ViewSpec;
import org.interactiveml.streams.wire.ViewJson;
import org.interactiveml.ui.text.EngineTexts;

/** A view of frames: the browser's element for its kind, told by a specification what to draw. */
public final class View extends Component {
    private static final long serialVersionUID = 1;

    /** The view that a specification describes. */
    public View(ViewSpec spec) {
        super(new Element(tag(spec)));
        getElement().setAttribute("data-view", spec.id());
        getElement().setAttribute("spec", ViewJson.text(EngineTexts.current().view(spec)));
    }

    private static String tag(ViewSpec spec) {
        return switch (spec) {
            case ViewSpec.Plot plot -> "iml-plot";
            case ViewSpec.Scores scores -> "iml-scores";
            case ViewSpec.Bars bars -> "iml-bars";
            case ViewSpec.Matrix matrix -> "iml-matrix";
            case ViewSpec.Table table -> "iml-table";
            case ViewSpec.Notes notes -> "iml-notes";
        };
    }
}

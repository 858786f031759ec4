package org.interactiveml.ui.control;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import org.interactiveml.engine.data.Dataset;
import org.interactiveml.engine.parameter.DatasetParameter;
import org.interactiveml.engine.parameter.Snapshot;
import org.interactiveml.ui.control.Controls.Control;

/** Says whose data are fitted. */
final class DatasetControl implements Control {
    private final DatasetParameter parameter;
    private final Span name = new Span();

    DatasetControl(DatasetParameter parameter, Snapshot now) {
        this.parameter = parameter;
        name.addClassName("iml-dataset");
        show(now);
    }

    @Override
    public Component component() {
        return name;
    }

    @Override
    public void show(Snapshot snapshot) {
        name.setText(snapshot.get(parameter).map(Dataset::name).orElse("Generated from the true function"));
    }

    @Override
    public void complain(String message) {
        name.setText(message);
    }
}

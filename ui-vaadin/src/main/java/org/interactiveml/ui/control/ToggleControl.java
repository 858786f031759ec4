package org.interactiveml.ui.control;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import org.interactiveml.engine.parameter.Patch;
import org.interactiveml.engine.parameter.Snapshot;
import org.interactiveml.engine.parameter.ToggleParameter;
import org.interactiveml.ui.control.Controls.Control;
import org.interactiveml.ui.control.Controls.Entry;
import org.interactiveml.ui.text.EngineTexts;

/** A box to tick. */
final class ToggleControl implements Control {
    private final ToggleParameter parameter;
    private final Checkbox box;

    ToggleControl(ToggleParameter parameter, Snapshot now, Entry entry) {
        this.parameter = parameter;
        box = new Checkbox(EngineTexts.current().label(parameter));
        show(now);
        box.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                entry.enter(this, () -> Patch.of(parameter, event.getValue()));
            }
        });
    }

    @Override
    public Component component() {
        return box;
    }

    @Override
    public void show(Snapshot snapshot) {
        box.setValue(snapshot.get(parameter));
    }

    @Override
    public void complain(String message) {
        box.setErrorMessage(message);
        box.setInvalid(!message.isEmpty());
    }
}

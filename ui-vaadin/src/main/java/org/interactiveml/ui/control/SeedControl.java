package org.interactiveml.ui.control;

import static org.interactiveml.ui.text.Texts.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import org.interactiveml.engine.parameter.InvalidInputException;
import org.interactiveml.engine.parameter.Patch;
import org.interactiveml.engine.parameter.SeedParameter;
import org.interactiveml.engine.parameter.Snapshot;
import org.interactiveml.ui.control.Controls.Control;
import org.interactiveml.ui.control.Controls.Entry;
import org.interactiveml.ui.text.EngineTexts;

/** A seed to type, with a button for the next one: another draw of the same experiment. */
final class SeedControl implements Control {
    private final SeedParameter parameter;
    private final TextField field = new TextField();

    SeedControl(SeedParameter parameter, Snapshot now, Entry entry) {
        this.parameter = parameter;
        String label = EngineTexts.current().label(parameter);
        field.setLabel(label);
        field.setValueChangeMode(ValueChangeMode.ON_CHANGE);
        field.setManualValidation(true);
        field.addClassName("iml-seed");
        Button next = new Button(text("control.seed.next"));
        next.setAriaLabel(text("control.seed.next-of", label));
        next.addClickListener(event -> {
            long seed = (number(field.getValue()) + 1) % (SeedParameter.MAX + 1);
            field.setValue(Long.toString(seed));
            entry.enter(this, () -> Patch.of(parameter, seed));
        });
        field.setSuffixComponent(next);
        show(now);
        field.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                entry.enter(this, () -> Patch.of(parameter, parameter.parse(event.getValue())));
            }
        });
    }

    private long number(String text) {
        try {
            return parameter.parse(text);
        } catch (InvalidInputException notASeed) {
            return -1; // the next one is then 0
        }
    }

    @Override
    public Component component() {
        return field;
    }

    @Override
    public void show(Snapshot snapshot) {
        if (!field.isInvalid()) {
            field.setValue(Long.toString(snapshot.get(parameter)));
        }
    }

    @Override
    public void complain(String message) {
        field.setErrorMessage(message);
        field.setInvalid(!message.isEmpty());
    }
}

package org.interactiveml.ui.control;

import static org.interactiveml.ui.text.Texts.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.stream.Collectors;
import org.interactiveml.engine.parameter.Patch;
import org.interactiveml.engine.parameter.Snapshot;
import org.interactiveml.engine.parameter.ValuesParameter;
import org.interactiveml.ui.control.Controls.Control;
import org.interactiveml.ui.control.Controls.Entry;
import org.interactiveml.ui.text.EngineTexts;

/** Numbers by name to type, as {@code b1=500, b2=0.0001}. */
final class ValuesControl implements Control {
    private final ValuesParameter parameter;
    private final TextField field = new TextField();

    ValuesControl(ValuesParameter parameter, Snapshot now, Entry entry) {
        this.parameter = parameter;
        field.setLabel(EngineTexts.current().label(parameter));
        field.setPlaceholder(text("control.values.form"));
        field.setValueChangeMode(ValueChangeMode.ON_CHANGE);
        field.setManualValidation(true);
        field.addClassName("iml-formula");
        field.getElement().setAttribute("spellcheck", "false");
        show(now);
        field.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                entry.enter(this, () -> Patch.of(parameter, parameter.parse(event.getValue())));
            }
        });
    }

    @Override
    public Component component() {
        return field;
    }

    /** Leaves a refused text alone: the person is still at it. */
    @Override
    public void show(Snapshot snapshot) {
        if (!field.isInvalid()) {
            field.setValue(snapshot.get(parameter).entrySet().stream()
                    .map(entry -> entry.getKey() + "=" + entry.getValue())
                    .collect(Collectors.joining(", ")));
        }
    }

    @Override
    public void complain(String message) {
        field.setErrorMessage(message);
        field.setInvalid(!message.isEmpty());
    }
}

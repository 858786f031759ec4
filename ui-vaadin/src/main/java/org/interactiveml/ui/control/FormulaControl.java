package org.interactiveml.ui.control;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import org.interactiveml.engine.parameter.FormulaParameter;
import org.interactiveml.engine.parameter.Patch;
import org.interactiveml.engine.parameter.Snapshot;
import org.interactiveml.ui.control.Controls.Control;
import org.interactiveml.ui.control.Controls.Entry;

/** A formula to type. It takes effect as soon as what is typed so far is one; until then the last one holds. */
final class FormulaControl implements Control {
    private static final int TYPING_PAUSE_MILLIS = 250;

    private final FormulaParameter parameter;
    private final TextField field = new TextField();

    FormulaControl(FormulaParameter parameter, Snapshot now, Entry entry) {
        this.parameter = parameter;
        field.setLabel(parameter.label());
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.setValueChangeTimeout(TYPING_PAUSE_MILLIS);
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

    /** Leaves a text alone that means the same formula, and one that is refused: it is what the person is typing. */
    @Override
    public void show(Snapshot snapshot) {
        if (!field.isInvalid() && !means(snapshot)) {
            field.setValue(snapshot.get(parameter).toString());
        }
    }

    private boolean means(Snapshot snapshot) {
        return !field.isEmpty() && parameter.parse(field.getValue()).equals(snapshot.get(parameter));
    }

    @Override
    public void complain(String message) {
        field.setErrorMessage(message);
        field.setInvalid(!message.isEmpty());
    }
}

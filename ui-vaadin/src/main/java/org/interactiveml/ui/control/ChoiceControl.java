package org.interactiveml.ui.control;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import org.interactiveml.engine.parameter.ChoiceParameter;
import org.interactiveml.engine.parameter.Patch;
import org.interactiveml.engine.parameter.Snapshot;
import org.interactiveml.ui.control.Controls.Control;
import org.interactiveml.ui.control.Controls.Entry;
import org.interactiveml.ui.text.EngineTexts;

/** One of a few: all of them in sight, one marked. */
final class ChoiceControl<E extends Enum<E>> implements Control {
    private final ChoiceParameter<E> parameter;
    private final RadioButtonGroup<E> group = new RadioButtonGroup<>();

    ChoiceControl(ChoiceParameter<E> parameter, Snapshot now, Entry entry) {
        this.parameter = parameter;
        EngineTexts texts = EngineTexts.current();
        group.setLabel(texts.label(parameter));
        group.setItemLabelGenerator(texts::choice);
        group.setItems(parameter.choices());
        group.addClassName("iml-choice");
        show(now);
        group.addValueChangeListener(event -> {
            if (event.isFromClient() && event.getValue() != null) {
                entry.enter(this, () -> Patch.of(parameter, event.getValue()));
            }
        });
    }

    @Override
    public Component component() {
        return group;
    }

    @Override
    public void show(Snapshot snapshot) {
        group.setValue(snapshot.get(parameter));
    }

    @Override
    public void complain(String message) {
        group.setErrorMessage(message);
        group.setInvalid(!message.isEmpty());
    }
}

package org.interactiveml.ui.control;

import static org.interactiveml.ui.text.Texts.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import org.interactiveml.engine.parameter.FormulaParameter;
import org.interactiveml.engine.parameter.FormulaParameter.Suggestion;
import org.interactiveml.engine.parameter.Patch;
import org.interactiveml.engine.parameter.Snapshot;
import org.interactiveml.ui.control.Controls.Control;
import org.interactiveml.ui.control.Controls.Entry;
import org.interactiveml.ui.text.EngineTexts;

/** A formula to type, or to choose where there are suggestions. It takes effect as soon as what is typed so far is one; until then the last one holds. */
final class FormulaControl implements Control {
    private static final int TYPING_PAUSE_MILLIS = 250;
    private final String own = text("control.formula.own");

    private final EngineTexts texts = EngineTexts.current();
    private final FormulaParameter parameter;
    private final TextField field = new TextField();
    private final Select<Suggestion> menu = new Select<>();
    private final Component component;

    FormulaControl(FormulaParameter parameter, Snapshot now, Entry entry) {
        this.parameter = parameter;
        field.setLabel(texts.label(parameter));
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.setValueChangeTimeout(TYPING_PAUSE_MILLIS);
        field.setManualValidation(true);
        field.addClassName("iml-formula");
        field.getElement().setAttribute("spellcheck", "false");
        component = parameter.suggestions().isEmpty() ? field : withMenu(entry);
        show(now);
        field.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                entry.enter(this, () -> Patch.of(parameter, parameter.parse(event.getValue())));
            }
        });
    }

    private Component withMenu(Entry entry) {
        menu.setLabel(texts.label(parameter));
        field.setLabel("");
        field.setAriaLabel(texts.label(parameter));
        menu.setItems(parameter.suggestions());
        menu.setItemLabelGenerator(suggestion -> suggestion == null ? own : texts.suggestion(suggestion));
        menu.setEmptySelectionAllowed(true);
        menu.setEmptySelectionCaption(own);
        menu.addValueChangeListener(event -> {
            if (event.isFromClient() && event.getValue() != null) {
                complain("");
                entry.enter(this, () -> Patch.of(parameter, event.getValue().formula()));
            }
        });
        return new Div(menu, field);
    }

    @Override
    public Component component() {
        return component;
    }

    /** Leaves a text alone that means the same formula, and one that is refused: it is what the person is typing. */
    @Override
    public void show(Snapshot snapshot) {
        menu.setValue(parameter.suggestions().stream()
                .filter(suggestion -> suggestion.formula().equals(snapshot.get(parameter)))
                .findFirst()
                .orElse(null));
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

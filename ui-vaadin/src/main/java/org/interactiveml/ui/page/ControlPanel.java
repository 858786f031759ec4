package org.interactiveml.ui.page;

import static org.interactiveml.ui.text.Texts.text;

import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import java.util.List;
import org.interactiveml.engine.parameter.Group;
import org.interactiveml.engine.parameter.Parameter;
import org.interactiveml.engine.parameter.ParameterSet;
import org.interactiveml.ui.control.Controls;

/** All controls of an experiment, the model's first: they are what one comes to move. */
final class ControlPanel extends Aside {
    private static final long serialVersionUID = 1;

    ControlPanel(ParameterSet parameters, Controls controls) {
        addClassName("iml-controls");
        getElement().setAttribute("aria-label", text("page.controls"));
        for (Group group : List.of(Group.MODEL, Group.DATA, Group.VIEW)) {
            Section section = new Section();
            section.add(new H2(heading(group)));
            for (Parameter<?> parameter : parameters) {
                if (parameter.group() == group) {
                    section.add(controls.component(parameter));
                }
            }
            if (section.getComponentCount() > 1) {
                add(section);
            }
        }
    }

    private static String heading(Group group) {
        return switch (group) {
            case MODEL -> text("page.group.model");
            case DATA -> text("page.group.data");
            case VIEW -> text("page.group.view");
        };
    }
}

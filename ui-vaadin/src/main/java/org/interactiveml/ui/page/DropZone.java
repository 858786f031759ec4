package org.interactiveml.ui.page;

import static org.interactiveml.ui.text.Texts.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;

/** The browser's {@code <iml-drop>}: a file dropped anywhere on the page goes to the upload that takes its kind. */
@Tag("iml-drop")
final class DropZone extends Component {
    private static final long serialVersionUID = 1;

    DropZone() {
        getElement().setAttribute("table", ".iml-dataset vaadin-upload");
        getElement().setAttribute("script", "vaadin-upload.iml-open");
        getElement().setText(text("page.drop"));
    }
}

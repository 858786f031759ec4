package org.interactiveml.ui.page;

import static org.interactiveml.ui.text.Texts.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.dom.Element;
import org.interactiveml.streams.replay.Script;

/**
 * One line for who comes for the first time: what to drag, and the lesson that does it for them. The browser's {@code
 * <iml-hint>} shows it until somebody presses a button of it, and remembers that.
 */
@Tag("iml-hint")
final class Hint extends Component {
    private static final long serialVersionUID = 1;

    Hint(Script lesson, Playback playback) {
        getElement().setAttribute("role", "note");
        getElement().setAttribute("aria-label", text("page.hint.name"));
        Element words = new Element("span");
        words.setText(text("page.hint"));
        Button show = new Button(text("page.hint.lesson"), click -> playback.play(lesson));
        Button dismiss = new Button(text("page.hint.dismiss"));
        getElement().appendChild(words, show.getElement(), dismiss.getElement());
    }
}

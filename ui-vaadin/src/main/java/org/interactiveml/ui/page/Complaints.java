package org.interactiveml.ui.page;

import static org.interactiveml.ui.text.Texts.count;
import static org.interactiveml.ui.text.Texts.text;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the page was given and could not use, and why: a list for each thing, which stays until it is dismissed or the thing
 * itself comes again. Shows itself while there is something to say.
 */
final class Complaints extends Div {
    private static final long serialVersionUID = 1;
    private static final int MOST_LINES = 20;

    private final Div list = new Div();
    private final Map<String, List<String>> lines = new LinkedHashMap<>();

    Complaints() {
        addClassName("iml-complaints");
        list.getElement().setAttribute("role", "alert");
        Button dismiss = new Button(text("page.complaints.dismiss"), click -> {
            lines.clear();
            show();
        });
        add(list, dismiss);
        setVisible(false);
    }

    /**
     * Says what is wrong with a thing, in place of what was said about it before; nothing is wrong where there are no lines.
     *
     * @param about the thing, which the lines need not repeat
     */
    void tell(String about, List<String> problems) {
        lines.remove(about);
        if (!problems.isEmpty()) {
            lines.put(about, List.copyOf(problems));
        }
        show();
    }

    private void show() {
        list.removeAll();
        lines.forEach((about, problems) -> {
            UnorderedList items = new UnorderedList();
            problems.stream().limit(MOST_LINES).forEach(line -> items.add(new ListItem(line)));
            if (problems.size() > MOST_LINES) {
                items.add(new ListItem(text("page.complaints.more", count(problems.size() - MOST_LINES))));
            }
            list.add(new Paragraph(about), items);
        });
        setVisible(!lines.isEmpty());
    }
}

package org.interactiveml.ui.page;

import static org.interactiveml.ui.text.Texts.text;

import com.vaadin.flow.component.contextmenu.SubMenu;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import java.util.Map;
import org.interactiveml.streams.replay.Script;

/** The lessons of an experiment. */
final class LessonMenu extends MenuBar {
    private static final long serialVersionUID = 1;

    LessonMenu(Map<String, Script> lessons, Playback playback) {
        addThemeVariants(MenuBarVariant.LUMO_TERTIARY);
        SubMenu menu = addItem(text("page.lessons")).getSubMenu();
        lessons.values().forEach(lesson -> menu.addItem(lesson.title(), click -> playback.play(lesson)));
        setVisible(!lessons.isEmpty());
    }
}

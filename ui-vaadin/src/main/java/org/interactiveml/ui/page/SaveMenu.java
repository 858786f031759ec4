package org.interactiveml.ui.page;

import static org.interactiveml.ui.text.Texts.text;

import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.contextmenu.SubMenu;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.ByteArrayInputStream;
import java.util.Optional;
import java.util.function.Supplier;
import org.interactiveml.streams.replay.Recording;
import org.interactiveml.streams.replay.ScriptPack;

/** Saves the history or the last take as the script that {@code iml replay} runs. Made when it is asked for. */
final class SaveMenu extends MenuBar {
    private static final long serialVersionUID = 1;
    private static final int CONFLICT = 409;

    private final String experiment;
    private final MenuItem take;

    SaveMenu(Playback playback, String experiment) {
        this.experiment = experiment;
        addThemeVariants(MenuBarVariant.LUMO_TERTIARY);
        SubMenu menu = addItem(text("timeline.save")).getSubMenu();
        menu.addItem(link(text("timeline.save.history"), "history", () -> Optional.of(playback.history())));
        take = menu.addItem(link(text("timeline.save.take"), "take", playback::take));
        take.setVisible(false);
    }

    /** There is a take now. */
    void offerTake() {
        take.setVisible(true);
    }

    private Anchor link(String label, String what, Supplier<Optional<Recording>> source) {
        Anchor link = new Anchor(
                DownloadHandler.fromInputStream(download -> source.get()
                        .map(recording -> response(recording, what))
                        .orElseGet(() -> DownloadResponse.error(CONFLICT, text("timeline.nothing-to-save")))),
                label);
        link.setDownload(true);
        return link;
    }

    private DownloadResponse response(Recording recording, String what) {
        byte[] bytes = ScriptPack.bytes(recording);
        boolean packed = ScriptPack.isPacked(recording);
        String file = experiment + "-" + what + (packed ? ".zip" : ".jsonl");
        String type = packed ? "application/zip" : "application/jsonl; charset=utf-8";
        return new DownloadResponse(new ByteArrayInputStream(bytes), file, type, bytes.length);
    }
}

package org.interactiveml.ui.page;

import static org.interactiveml.ui.text.Texts.text;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.Command;
import com.vaadin.flow.server.streams.UploadEvent;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.interactiveml.streams.replay.ScriptReader;
import org.interactiveml.ui.control.LostUploads;

/** Opens a script, or a ZIP with one and its data, and plays it; what is wrong with one stays on the page. */
final class OpenScript extends Upload {
    private static final long serialVersionUID = 1;
    private static final int MEGABYTE = 1_000_000;

    private static final int LARGEST = 64 * MEGABYTE;

    private final transient Playback playback;
    private final transient ScriptReader reader;
    private final Complaints complaints;

    OpenScript(Playback playback, ScriptReader reader, Complaints complaints) {
        this.playback = playback;
        this.reader = reader;
        this.complaints = complaints;
        addClassName("iml-open");
        setUploadHandler(this::receive);
        setMaxFileSize(LARGEST);
        setDropAllowed(false);
        Button open = new Button(text("timeline.open"));
        open.setTooltipText(text("timeline.open.help"));
        setUploadButton(open);
        addFileRejectedListener(event -> tell(event.getFileName(), List.of(tooLarge())));
        LostUploads.of(this, file -> tell(file, List.of(LostUploads.message())));
    }

    /** On a thread of the request, without the page's lock. */
    private void receive(UploadEvent event) {
        UI page = event.getUI();
        String name = event.getFileName();
        try (InputStream in = event.getInputStream()) {
            byte[] bytes = in.readNBytes(LARGEST + 1);
            then(page, () -> tell(name, bytes.length > LARGEST ? List.of(tooLarge()) : open(name, bytes)));
        } catch (IOException lost) {
            then(page, () -> tell(name, List.of(LostUploads.message())));
        }
    }

    private List<String> open(String name, byte[] bytes) {
        return playback.open(reader, name, bytes);
    }

    private static String tooLarge() {
        return text("timeline.too-large", LARGEST / MEGABYTE);
    }

    private void tell(String name, List<String> problems) {
        clearFileList();
        complaints.tell(text("timeline.cannot-play", name), problems);
    }

    @SuppressWarnings("FutureReturnValueIgnored") // Vaadin reports what fails here to the UI's own error handler
    private static void then(UI page, Command command) {
        page.access(command);
    }
}

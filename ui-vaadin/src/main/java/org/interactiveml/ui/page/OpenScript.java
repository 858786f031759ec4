package org.interactiveml.ui.page;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.UploadEvent;
import java.io.IOException;
import java.io.InputStream;
import org.interactiveml.streams.replay.ScriptReader;

/** Opens a script, or a ZIP with one and its data, and plays it. */
final class OpenScript extends Upload {
    private static final long serialVersionUID = 1;
    private static final int LARGEST = 64_000_000;

    private final transient Playback playback;
    private final transient ScriptReader reader;

    OpenScript(Playback playback, ScriptReader reader) {
        this.playback = playback;
        this.reader = reader;
        addClassName("iml-open");
        setUploadHandler(this::receive);
        setMaxFileSize(LARGEST);
        setDropAllowed(false);
        Button open = new Button("Open…");
        open.setTooltipText("Play a script from a file");
        setUploadButton(open);
    }

    /** On a thread of the request, without the page's lock. */
    @SuppressWarnings("FutureReturnValueIgnored") // Vaadin reports what fails here to the UI's own error handler
    private void receive(UploadEvent event) {
        UI page = event.getUI();
        String name = event.getFileName();
        try (InputStream in = event.getInputStream()) {
            byte[] bytes = in.readNBytes(LARGEST);
            page.access(() -> {
                clearFileList();
                playback.open(reader, name, bytes);
            });
        } catch (IOException lost) {
            page.access(this::clearFileList);
        }
    }
}

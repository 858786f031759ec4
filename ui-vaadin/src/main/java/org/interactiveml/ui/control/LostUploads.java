package org.interactiveml.ui.control;

import static org.interactiveml.ui.text.Texts.text;

import com.vaadin.flow.component.upload.Upload;
import java.util.function.Consumer;

/** Hears from the browser of files that the program never got whole, such as over a connection that broke. */
public final class LostUploads {
    private static final String FILE = "event.detail.file.name";

    private LostUploads() {}

    /** What there is to say then. */
    public static String message() {
        return text("control.upload.lost");
    }

    /**
     * Listens to an upload.
     *
     * @param lost takes the name of a file, under the lock of the page's UI
     */
    public static void of(Upload upload, Consumer<String> lost) {
        upload.getElement()
                .addEventListener(
                        "upload-error",
                        event -> lost.accept(event.getEventData().get(FILE).asString()))
                .addEventData(FILE);
    }
}

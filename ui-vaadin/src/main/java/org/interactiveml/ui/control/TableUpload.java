package org.interactiveml.ui.control;

import static org.interactiveml.ui.text.Texts.text;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.Command;
import com.vaadin.flow.server.streams.UploadEvent;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.function.Consumer;
import org.interactiveml.engine.data.Table;
import org.interactiveml.engine.data.TableException;
import org.interactiveml.engine.data.TableReader;

/** Takes a CSV file by button or by drop and reads it while it comes in; nothing of it is kept on disk. */
final class TableUpload extends Upload {
    private static final long serialVersionUID = 1;

    private final transient Tables tables;
    private final transient Consumer<Table> arrived;
    private final transient Consumer<List<String>> refused;

    /**
     * An upload.
     *
     * @param arrived takes a table, under the lock of the page's UI
     * @param refused takes all that is wrong with a file, in lines
     */
    TableUpload(Tables tables, Consumer<Table> arrived, Consumer<List<String>> refused) {
        this.tables = tables;
        this.arrived = arrived;
        this.refused = refused;
        setUploadHandler(this::receive);
        setMaxFileSize(TableReader.MAX_BYTES);
        setUploadButton(new Button(text("control.upload.open")));
        setDropLabel(new Span(text("control.upload.drop")));
        addFileRejectedListener(event -> {
            clearFileList();
            refused.accept(
                    List.of(text("control.upload.too-large", event.getFileName(), TableReader.MAX_BYTES / 1_000_000)));
        });
        LostUploads.of(this, file -> {
            clearFileList();
            refused.accept(List.of(file + ": " + LostUploads.message()));
        });
    }

    /** On a thread of the request, without the page's lock: a large file takes seconds. */
    private void receive(UploadEvent event) {
        UI page = event.getUI();
        String name = event.getFileName();
        try (InputStream in = event.getInputStream()) {
            try {
                Table table = tables.read(name, in);
                then(page, () -> arrived.accept(table));
            } catch (TableException wrong) {
                then(page, () -> refused.accept(wrong.problems()));
                swallow(in);
            } catch (Tables.Busy busy) {
                then(page, () -> refused.accept(List.of(name + ": " + text("control.upload.busy", Tables.AT_A_TIME))));
                swallow(in);
            }
        } catch (IOException lost) {
            then(page, () -> refused.accept(List.of(name + ": " + LostUploads.message())));
        }
    }

    /** A browser that is not heard to the end takes the connection for lost and does not listen to the answer. */
    private static void swallow(InputStream rest) {
        try {
            rest.transferTo(OutputStream.nullOutputStream());
        } catch (IOException lost) {
            // What is wrong has been told already.
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // Vaadin reports what fails here to the UI's own error handler
    private void then(UI page, Command command) {
        page.access(() -> {
            clearFileList();
            command.execute();
        });
    }
}

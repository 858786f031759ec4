package org.interactiveml.ui.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.interactiveml.ui.app.RunningLaboratory;
import org.interactiveml.ui.control.Tables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnDataTest {
    @TempDir
    @SuppressWarnings("NullAway.Init") // set before each test
    private Path folder;

    @Test
    void aTableOfTheFolderIsFittedAndABadOneIsRefusedAtItsControl() throws IOException {
        StringBuilder table = new StringBuilder("who,x,z,y\n");
        for (int i = 0; i < 40; i++) {
            table.append("r%d,%d,%d,%d%n".formatted(i, i, 7 * i % 11, 2 * i + 1));
        }
        Files.writeString(folder.resolve("line.csv"), table);
        Files.writeString(folder.resolve("words.csv"), "a,b\nx,y\n");
        try (var chromium = Chromium.start();
                var laboratory = new RunningLaboratory(new Tables(Optional.of(folder)))) {
            var page = new LaboratoryPage(chromium.newPage());
            page.page().navigate(laboratory.url() + "regression?degree=1");
            page.awaitDrawing();

            choose(page, "line.csv");
            assertThat(page.view("summary")).containsText("test rows: 16");
            assertThat(page.view("scores")).containsText("1.000");
            assertThat(page.control("data")).containsText("y from x; 40 rows");

            choose(page, "words.csv");
            assertThat(page.control("data")).containsText("words.csv must have two columns of numbers at least, not 0");
            assertThat(page.view("scores")).containsText("1.000");
        }
    }

    private static void choose(LaboratoryPage page, String file) {
        page.control("data").locator("vaadin-select").first().click();
        page.page()
                .locator("vaadin-select-item", new Page.LocatorOptions().setHasText(file))
                .first()
                .click();
    }
}

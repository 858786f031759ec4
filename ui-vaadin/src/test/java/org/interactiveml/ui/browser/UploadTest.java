package org.interactiveml.ui.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.JSHandle;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Files of one's own, by button and by drop. */
final class UploadTest {
    private static final String TABLE = "1,2\n2,4\n3,6\n4,8\n5,10\n6,12\n";
    private static final Pattern UPLOADS = Pattern.compile("/VAADIN/dynamic/");

    @RegisterExtension
    static final LaboratoryInChromium LABORATORY = new LaboratoryInChromium();

    @Test
    void aFileIsShownBeforeItIsFittedAndItsColumnsCanBeChosenAgain() {
        LaboratoryPage lab = LABORATORY.open("regression?degree=1");
        long before = lab.frames().version();
        StringBuilder file = new StringBuilder("\uFEFFhalf;full;name;noise\r\n");
        for (int i = 0; i < 40; i++) {
            file.append("%d,5;%d;r%d;%d%n".formatted(i, 2 * i + 1, i, 7 * i % 11));
        }
        send(lab, "mine.csv", file);
        assertThat(dialog(lab)).containsText("40 rows of 4 columns; separated by semicolons, decimal comma");
        assertThat(dialog(lab).locator("td").first()).hasText("0.5");
        assertThat(lab.frames().version()).isEqualTo(before);

        choose(lab, "y, to predict", "full");
        dialog(lab).locator("text=Use these columns").click();
        assertThat(lab.control("data")).containsText("full from half; 40 rows");
        assertThat(lab.view("scores")).containsText("1.000");
        assertThat(lab.view("summary")).containsText("test rows: 16");

        lab.control("data").locator("text=Columns…").click();
        choose(lab, "y, to predict", "noise");
        dialog(lab).locator("text=Use these columns").click();
        assertThat(lab.control("data")).containsText("noise from half; 40 rows");
    }

    @Test
    void aBadCellIsNamedByItsLineAndColumnAndNothingChanges() {
        LaboratoryPage lab = LABORATORY.open("regression");
        long before = lab.frames().version();
        send(lab, "own.csv", "x,y\n1,1\n2,2\n3,3\n4,4\n5,5\n6,abc\n7,\n");
        dialog(lab).locator("text=Use these columns").click();
        assertThat(dialog(lab)).containsText("own.csv line 7, column \"y\": \"abc\" is not a number");
        assertThat(dialog(lab)).containsText("own.csv line 8, column \"y\": the cell is blank");
        dialog(lab).locator("text=Cancel").click();
        send(lab, "ragged.csv", "x,y\n1,2,3\n4,5\n6\n");
        assertThat(lab.control("data")).containsText("ragged.csv line 2: 3 values where the header has 2");
        assertThat(lab.control("data")).containsText("ragged.csv line 4: 1 value where the header has 2");
        assertThat(lab.frames().version()).isEqualTo(before);
    }

    @Test
    void aFileMayBeDropped() {
        LaboratoryPage lab = LABORATORY.open("regression?degree=1");
        Map<String, JSHandle> table = Map.of("dataTransfer", file(lab, "dropped.csv", TABLE));
        lab.control("data").locator("vaadin-upload").dispatchEvent("drop", table);
        assertThat(dialog(lab)).containsText("6 rows of 2 columns; separated by commas, decimal point, no header");
        dialog(lab).locator("text=Use these columns").click();
        assertThat(lab.control("data")).containsText("c2 from c1; 6 rows");
    }

    @Test
    void aFileOverThePageIsInvitedAndMayBeDroppedAnywhere() {
        LaboratoryPage lab = LABORATORY.open("regression?degree=1");
        Locator invitation = lab.page().locator("iml-drop");
        Locator page = lab.page().locator("body");
        assertThat(invitation).isHidden();
        Map<String, JSHandle> table = Map.of("dataTransfer", file(lab, "anywhere.csv", TABLE));
        lab.view("fit").dispatchEvent("dragenter", table);
        assertThat(invitation).isVisible();
        page.dispatchEvent("dragleave", table);
        assertThat(invitation).isHidden();
        lab.view("fit").dispatchEvent("dragover", table);
        assertThat(invitation).containsText("Drop a CSV file to fit it");
        lab.view("fit").dispatchEvent("drop", table);
        assertThat(invitation).isHidden();
        assertThat(dialog(lab)).containsText("anywhere.csv");
        dialog(lab).locator("text=Use these columns").click();
        assertThat(lab.control("data")).containsText("c2 from c1; 6 rows");

        String script = "{\"replay\":1,\"experiment\":\"regression\"}\n{\"at\":0,\"set\":{\"degree\":4}}\n";
        page.dispatchEvent("drop", Map.of("dataTransfer", file(lab, "dropped.jsonl", script)));
        assertThat(lab.number("degree")).hasValue("4");
    }

    @Test
    void whatIsDraggedWithoutAFileIsNobodysBusiness() {
        LaboratoryPage lab = LABORATORY.open("regression");
        JSHandle words = lab.page().evaluateHandle("""
                () => {
                  const words = new DataTransfer();
                  words.setData("text/plain", "not a file");
                  return words;
                }""");
        lab.view("fit").dispatchEvent("dragover", Map.of("dataTransfer", words));
        assertThat(lab.page().locator("iml-drop")).isHidden();
    }

    @Test
    void aFileThatTheConnectionLosesIsToldAndMayBeSentAgain() {
        LaboratoryPage lab = LABORATORY.open("regression?degree=1");
        lab.page().route(UPLOADS, Route::abort);
        send(lab, "lost.csv", TABLE);
        assertThat(lab.control("data"))
                .containsText("lost.csv: the file did not arrive whole: the connection was lost; send it again");
        lab.page().unroute(UPLOADS);
        send(lab, "lost.csv", TABLE);
        assertThat(dialog(lab)).containsText("6 rows of 2 columns");
        assertThat(lab.control("data")).not().containsText("connection was lost");
    }

    @Test
    void aMillionRowsArriveAndOneMoreIsRefused() {
        LaboratoryPage lab = LABORATORY.open("regression?degree=1");
        StringBuilder rows = new StringBuilder("x,y\n");
        for (int i = 0; i < 1_000_000; i++) {
            rows.append(i % 1000).append(',').append(i % 997).append('\n');
        }
        send(lab, "many.csv", rows);
        assertThat(dialog(lab)).containsText("000 rows of 2 columns; separated by commas");
        dialog(lab).locator("text=Cancel").click();
        send(lab, "toomany.csv", rows.append("1,2\n").append("3,4\n".repeat(100_000)));
        assertThat(lab.control("data")).containsText("toomany.csv must have at most 1000000 rows, not more");
        assertThat(lab.control("data")).not().containsText("connection was lost");
    }

    @Test
    void aFileThatIsTooLargeIsRefusedBeforeItIsSent() {
        LaboratoryPage lab = LABORATORY.open("regression?degree=1");
        lab.page().evaluate("Object.defineProperty(File.prototype, 'size', { value: 200_000_001 })");
        send(lab, "huge.csv", TABLE);
        assertThat(lab.control("data")).containsText("huge.csv must be at most 200 MB, but is larger");
    }

    private static JSHandle file(LaboratoryPage lab, String name, String text) {
        return lab.page().evaluateHandle("""
                ([name, text]) => {
                  const files = new DataTransfer();
                  files.items.add(new File([text], name));
                  return files;
                }""", List.of(name, text));
    }

    private static void send(LaboratoryPage lab, String name, CharSequence text) {
        lab.control("data")
                .locator("input[type=file]")
                .setInputFiles(new FilePayload(name, "text/csv", text.toString().getBytes(StandardCharsets.UTF_8)));
    }

    private static Locator dialog(LaboratoryPage lab) {
        return lab.page()
                .locator("vaadin-dialog[opened], vaadin-dialog-overlay[opened]")
                .first();
    }

    private static void choose(LaboratoryPage lab, String label, String column) {
        lab.page().getByLabel(label).fill(column);
        // Enter before the list is there would leave the field as it was.
        lab.page()
                .getByRole(
                        AriaRole.OPTION,
                        new Page.GetByRoleOptions().setName(column).setExact(true))
                .click();
    }
}

package org.interactiveml.ui.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import java.nio.file.Files;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.interactiveml.engine.catalog.Catalog;
import org.interactiveml.engine.experiment.Experiment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Views as files. */
final class SavePlotTest {
    @RegisterExtension
    static final LaboratoryInChromium LABORATORY = new LaboratoryInChromium();

    @Test
    void aPlotIsSavedAsASharpImage() throws Exception {
        Download file = save(LABORATORY.open("regression"), "fit", "PNG");
        assertThat(file.suggestedFilename()).isEqualTo("regression-fit.png");
        assertThat(ImageIO.read(file.path().toFile()).getWidth()).isEqualTo(1600);
    }

    @Test
    void aPlotIsSavedAsADrawingWithAPathForEachLine() throws Exception {
        LaboratoryPage lab = LABORATORY.open("regression?degree=3");
        lab.page().locator(".iml-pin").click();
        Download file = save(lab, "fit", "SVG");
        assertThat(file.suggestedFilename()).isEqualTo("regression-fit.svg");
        Document drawing =
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(Files.newInputStream(file.path()));
        for (String layer : new String[] {"True function", "Fitted curve", "pinned 1"}) {
            assertThat(paths(drawing, layer)).as(layer).isEqualTo(1);
        }
        assertThat(drawing.getDocumentElement().getTextContent()).contains("Fit", "95 % prediction band");
    }

    @Test
    void aSurfaceIsAnImageWithinTheDrawing() throws Exception {
        LaboratoryPage lab = LABORATORY.open("classification");
        String view = lab.page().locator(".iml-main").getAttribute("data-view");
        Download file = save(lab, view, "SVG");
        assertThat(Files.readString(file.path())).contains("href=\"data:image/png;base64,");
    }

    @Test
    void barsAndMatricesAreSavedToo() throws Exception {
        LaboratoryPage regression = LABORATORY.open("regression?degree=3");
        Download bars = save(regression, "coefficients", "SVG");
        assertThat(bars.suggestedFilename()).isEqualTo("regression-coefficients.svg");
        assertThat(Files.readString(bars.path())).contains("Standardised coefficients", "<path");

        LaboratoryPage classification = LABORATORY.open("classification");
        Download matrix = save(classification, "confusion", "SVG");
        Document drawing =
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(Files.newInputStream(matrix.path()));
        for (Locator cell : classification.view("confusion").locator("tbody td").all()) {
            assertThat(drawing.getDocumentElement().getTextContent()).contains(cell.innerText());
        }
        Download image = save(classification, "confusion", "PNG");
        assertThat(ImageIO.read(image.path().toFile()).getHeight()).isGreaterThan(200);
    }

    @Test
    void everyViewThatDrawsHasTheMenu() {
        for (Experiment experiment : Catalog.standard().experiments()) {
            LaboratoryPage lab = LABORATORY.open(experiment.id());
            Locator drawn = lab.page().locator("iml-plot, iml-bars, iml-matrix");
            assertThat(drawn.locator(".iml-save").count()).as(experiment.id()).isEqualTo(drawn.count());
        }
    }

    private static Download save(LaboratoryPage lab, String view, String format) {
        Locator menu = lab.view(view).locator(".iml-save");
        menu.locator("summary").press("Enter");
        return lab.page()
                .waitForDownload(() -> menu.locator("button", new Locator.LocatorOptions().setHasText(format))
                        .click());
    }

    /** How many paths the group of a layer has. */
    private static int paths(Document drawing, String layer) {
        NodeList groups = drawing.getElementsByTagName("g");
        for (int i = 0; i < groups.getLength(); i++) {
            Element group = (Element) groups.item(i);
            if (group.getFirstChild().getTextContent().equals(layer)) {
                return group.getElementsByTagName("path").getLength();
            }
        }
        return 0;
    }
}

package org.interactiveml.ui.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import java.nio.file.Files;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Plots as files. */
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

package org.interactiveml.ui.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TakeHomeTest {
    @RegisterExtension
    static final LaboratoryInChromium LABORATORY = new LaboratoryInChromium();

    @Test
    void theMenuGivesTheRowsAndTheProgramsOfTheCurrentFit() throws IOException {
        LaboratoryPage page = LABORATORY.open("regression?degree=7&model=ridge&samples=50&test.fraction=0.4");

        String rows = download(page, "Data and predictions (CSV)");
        assertThat(rows).startsWith("part,\"x\",\"y\",\"predicted\"\n").hasLineCount(51);
        assertThat(rows.lines().filter(line -> line.startsWith("train,"))).hasSize(30);
        assertThat(download(page, "Python program (scikit-learn)"))
                .contains("PolynomialFeatures(degree=7,", "RidgeCV(alphas=(0.001, 0.01, 0.1, 1), cv=5)", "train = 30");
        assertThat(download(page, "R program (glmnet)")).contains("1:7", "library(glmnet)");
    }

    @Test
    void whatAnotherToolWouldComputeOtherwiseIsToldOnThePage() {
        LaboratoryPage page =
                LABORATORY.open("kernel?model=k-nearest&neighbours=2&test.fraction=0&points=0,1;1,3;2,5.5;3,6");
        choose(page, "Python program (scikit-learn)");
        assertThat(page.page().locator(".iml-complaints"))
                .containsText("several training rows are equally far as neighbour number 2");
    }

    private static void choose(LaboratoryPage page, String item) {
        Page browser = page.page();
        browser.locator("vaadin-menu-bar-button", new Page.LocatorOptions().setHasText("Take home"))
                .first()
                .click();
        browser.locator("a", new Page.LocatorOptions().setHasText(item)).first().click();
    }

    private static String download(LaboratoryPage page, String item) throws IOException {
        var file = page.page().waitForDownload(() -> choose(page, item));
        return Files.readString(file.path());
    }
}

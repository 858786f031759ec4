package org.interactiveml.ui.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.BoundingBox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The views that take many fits, and how a person arranges all views. */
final class StudyTest {
    @RegisterExtension
    static final LaboratoryInChromium LABORATORY = new LaboratoryInChromium();

    private static Locator chip(LaboratoryPage lab, String view) {
        return lab.view(view).locator(".iml-chip");
    }

    @Test
    void studiesFollowTheHandAndAreInFullWhereItRests() {
        LaboratoryPage lab = LABORATORY.open("regression?model=lasso&degree=3");
        var hand = lab.grab("degree");
        for (int degree = 4; degree <= 7; degree++) {
            long before = lab.revision("bias-variance");
            hand.moveTo(degree);
            lab.revisionAfter("bias-variance", before);
        }
        assertThat(chip(lab, "bias-variance")).hasText("full");
        hand.release();
        lab.await(() -> lab.frames().settled());
        assertThat(lab.frames().value("bias-variance").get("resamples")).isEqualTo(400L);
    }

    @Test
    void aClickOnTheDegreeCurveSetsTheDegree() {
        LaboratoryPage lab = LABORATORY.open("regression?degree=3");
        long before = lab.revision("fit");
        Locator area = lab.view("error-by-degree").locator(".u-over");
        area.scrollIntoViewIfNeeded();
        BoundingBox box = area.boundingBox();
        // Degrees 1 to 10 fill the plot but for its padding.
        lab.page().mouse().click(box.x + box.width * 0.55, box.y + box.height / 2);
        lab.revisionAfter("fit", before);
        assertThat(lab.number("degree")).hasValue("6");
    }

    @Test
    void aPlotIsReadAndSetByKeyboardAlone() {
        LaboratoryPage lab = LABORATORY.open("regression?degree=3");
        long before = lab.revision("fit");
        Locator plot = lab.view("error-by-degree").locator(".iml-canvas");
        plot.focus();
        plot.press("Home");
        plot.press("ArrowRight");
        assertThat(lab.view("error-by-degree").locator(".iml-readout")).containsText("degree 2");
        plot.press("Enter");
        lab.revisionAfter("fit", before);
        assertThat(lab.number("degree")).hasValue("2");
    }

    @Test
    void aLargeViewIsRememberedAndEscapeMakesItSmall() {
        LaboratoryPage lab = LABORATORY.open("regression");
        Locator fan = lab.view("fan");
        double small = fan.boundingBox().width;
        fan.hover();
        fan.locator(".iml-enlarge").click();
        assertThat(fan).hasAttribute("data-enlarged", "");
        assertThat(fan.boundingBox().width).isGreaterThan(1.5 * small);
        lab.page().reload();
        lab.awaitDrawing();
        assertThat(fan).hasAttribute("data-enlarged", "");
        lab.page().keyboard().press("Escape");
        assertThat(fan).not().hasAttribute("data-enlarged", "");
    }

    @Test
    void aHiddenViewIsNotDrawnStaysHiddenAndComesBackFromTheMenu() {
        LaboratoryPage lab = LABORATORY.open("regression");
        Locator residuals = lab.view("residuals");
        residuals.hover();
        residuals.locator(".iml-hide").click();
        assertThat(residuals).isHidden();
        lab.page().reload();
        lab.awaitDrawing();
        assertThat(residuals).isHidden();
        assertThat(residuals).not().hasAttribute("data-revision", "1");
        lab.page().locator("iml-view-menu summary").click();
        lab.page().locator("iml-view-menu input[value=residuals]").check();
        assertThat(residuals).isVisible();
        lab.await(() -> residuals.getAttribute("data-revision") != null);
    }

    @Test
    void manyRowsAreShownAsADensity() {
        LaboratoryPage lab = LABORATORY.open("regression?samples=20000");
        assertThat(lab.view("fit").locator(".iml-legend li:visible").first()).hasText("Rows");
        assertThat(lab.view("summary")).containsText("all 20000 rows");
    }
}

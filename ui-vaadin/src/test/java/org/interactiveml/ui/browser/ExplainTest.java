package org.interactiveml.ui.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the page says about its own numbers, and the way out that it offers. */
final class ExplainTest {
    @RegisterExtension
    static final LaboratoryInChromium LABORATORY = new LaboratoryInChromium();

    private static Locator cure(LaboratoryPage lab, String label) {
        return lab.view("summary").locator(".iml-cures button", new Locator.LocatorOptions().setHasText(label));
    }

    @Test
    void aDegreeTooHighForTheRowsIsLoweredByOneClickAndUndoTakesThatBack() {
        LaboratoryPage lab = LABORATORY.open("regression?degree=25&samples=20");
        assertThat(lab.view("summary")).containsText("least squares of degree 25 needs at least 26 training rows");

        cure(lab, "Degree 11").click();
        assertThat(lab.number("degree")).hasValue("11");
        assertThat(lab.view("summary")).containsText("converged");

        lab.page().keyboard().press("Control+z");
        assertThat(lab.number("degree")).hasValue("25");
        assertThat(cure(lab, "Degree 11")).isVisible();
    }

    @Test
    void nearlyDependentPowersAreCuredByRidge() {
        LaboratoryPage lab = LABORATORY.open("regression?degree=24&samples=300");
        assertThat(lab.view("summary")).containsText("nearly dependent");

        cure(lab, "Use ridge").press("Enter");
        assertThat(lab.view("summary")).not().containsText("nearly dependent");
        assertThat(lab.view("summary").locator(".iml-cures")).isHidden();
        assertThat(lab.view("summary")).isFocused();
    }

    @Test
    void classesThatSeparateAreOfferedAPenalty() {
        LaboratoryPage lab = LABORATORY.open("classification?penalty=none&noise.magnitude=0");
        cure(lab, "Use an L2 penalty").click();
        assertThat(lab.view("summary")).containsText("converged");
    }

    private static Locator stage(LaboratoryPage lab, String id) {
        return lab.view("stages").locator("g[data-stage='" + id + "']");
    }

    @Test
    void theGraphOfTheStagesTellsWhatAChangeComputedAndWhatItReused() {
        LaboratoryPage lab = LABORATORY.open("regression?degree=3");
        Locator stages = lab.view("stages");
        assertThat(stages.locator("svg")).hasCount(0);

        stages.locator("summary").first().click();
        assertThat(stage(lab, "fit")).hasAttribute("data-standing", "computed");
        lab.type("degree", "5");
        assertThat(stage(lab, "data")).hasAttribute("data-standing", "reused");
        assertThat(stage(lab, "data")).containsText("reused");
        assertThat(stage(lab, "fit")).hasAttribute("data-standing", "computed");
        assertThat(stage(lab, "bias-variance")).hasAttribute("data-standing", "computed");

        stages.locator("summary", new Locator.LocatorOptions().setHasText("Show as table"))
                .click();
        assertThat(stages.locator("tbody tr", new Locator.LocatorOptions().setHasText("error by degree")))
                .containsText("computed");

        lab.type("samples", "10");
        lab.type("degree", "30");
        assertThat(stage(lab, "fit")).hasAttribute("data-standing", "failed");
        assertThat(stage(lab, "curve")).hasAttribute("data-standing", "waits");
    }

    @Test
    void aFirstVisitIsLedToOverfittingAndNotToldAgain() {
        LaboratoryPage lab = LABORATORY.open("regression");
        Locator hint = lab.page().locator("iml-hint");
        assertThat(hint).containsText("Drag Degree to the right");

        hint.getByText("Show me in a minute").click();
        assertThat(lab.page().locator(".iml-lesson")).isVisible();
        assertThat(hint).isHidden();
        lab.page().reload();
        lab.awaitDrawing();
        assertThat(hint).isHidden();
    }

    @Test
    void anUnknownAddressIsNotFoundAndLeadsToTheExperiments() {
        Page page = LABORATORY.open("regression").page();
        assertEquals(
                404,
                Objects.requireNonNull(page.navigate(page.url().replace("regression", "regresion")))
                        .status());
        assertThat(page.locator("main li a")).hasCount(5);
        page.getByText("Curve fitting").click();
        assertThat(page.locator("h1")).hasText("Curve fitting");
        assertEquals(200, Objects.requireNonNull(page.reload()).status());
    }

    @Test
    void inAnotherLanguageTheExplanationAndTheCuresAreInItToo() {
        LaboratoryPage lab = LABORATORY.open("regression?lang=de&degree=25&samples=20");
        assertThat(cure(lab, "Grad 11")).isVisible();
        lab.view("scores").locator(".iml-about summary").click();
        assertThat(lab.view("scores").locator(".iml-about")).containsText("Kleinste Quadrate haben keine Strafe.");
    }

    @Test
    void theScoresSayWhetherAPenaltyIsInThem() {
        LaboratoryPage lab = LABORATORY.open("regression?model=ols");
        Locator about = lab.view("scores").locator(".iml-about");
        assertThat(about.locator("p").first()).isHidden();
        about.locator("summary").click();
        assertThat(about).containsText("Least squares has no penalty");

        lab.control("model").getByText("Ridge").click();
        assertThat(about).containsText("The penalty acts while fitting and is no part of them");
        assertThat(about).containsText("standardised by the training rows alone");
    }
}

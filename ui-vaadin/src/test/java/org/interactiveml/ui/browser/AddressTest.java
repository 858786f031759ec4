package org.interactiveml.ui.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** State in the address, and values that break a rule. */
final class AddressTest {
    @RegisterExtension
    static final LaboratoryInChromium LABORATORY = new LaboratoryInChromium();

    @Test
    void theAddressCarriesTheStateAndAReloadRestoresIt() {
        LaboratoryPage lab = LABORATORY.open("regression?samples=99");
        assertThat(lab.number("samples")).hasValue("99");
        lab.type("degree", "7");
        assertThat(lab.page()).hasURL(Pattern.compile("/regression\\?v=1&samples=99&degree=7$"));
        lab.page().reload();
        lab.awaitDrawing();
        assertThat(lab.number("degree")).hasValue("7");
        assertThat(lab.number("samples")).hasValue("99");
        assertThat(lab.frames().values().get("degree")).isEqualTo(7L);
    }

    @Test
    void aBadValueInTheAddressIsNamedAndTheRestIsKept() {
        LaboratoryPage lab = LABORATORY.open("regression?degree=99&samples=120&colour=red");
        assertThat(lab.page().getByText("degree must be between 1 and 30, not 99"))
                .isVisible();
        assertThat(lab.page().getByText("colour")).isVisible();
        assertThat(lab.number("degree")).hasValue("3");
        assertThat(lab.number("samples")).hasValue("120");
    }

    @Test
    void aLinkOfANewerVersionSaysSoAndGivesWhatIsUnderstood() {
        LaboratoryPage lab = LABORATORY.open("regression?v=2&degree=7");
        assertThat(lab.page().locator(".iml-complaints")).containsText("this link is of version 2");
        assertThat(lab.number("degree")).hasValue("7");
        assertThat(lab.page()).hasURL(Pattern.compile("/regression\\?v=1&degree=7$"));
    }

    @Test
    void aRuleBetweenTwoControlsIsToldAtTheControlAndNothingIsHalfApplied() {
        LaboratoryPage lab = LABORATORY.open("regression");
        lab.type("x.min", "0");
        lab.await(() -> Double.valueOf(0).equals(lab.frames().values().get("x.min")));
        lab.await(() -> lab.revision("fit") == lab.frames().version());
        long before = lab.revision("fit");
        lab.type("x.max", "0");
        assertThat(lab.message("x.min")).containsText("x.min must be less than x.max");
        assertThat(lab.view("fit")).hasAttribute("data-revision", Long.toString(before));

        lab.type("degree", "5");
        lab.revisionAfter("fit", before);
        assertThat(lab.frames().values().get("x.max")).isEqualTo(5.0);
        assertThat(lab.message("x.min")).isEmpty();
        assertThat(lab.number("x.max")).hasValue("5");
    }

    @Test
    void aValueOutOfBoundsIsToldAtItsControl() {
        LaboratoryPage lab = LABORATORY.open("regression");
        lab.type("degree", "99");
        assertThat(lab.message("degree")).hasText("degree must be between 1 and 30, not 99");
        assertThat(lab.number("degree")).hasAttribute("aria-invalid", "true");
        lab.type("degree", "4");
        assertThat(lab.message("degree")).isEmpty();
        assertThat(lab.number("degree")).hasAttribute("aria-invalid", "false");
    }
}

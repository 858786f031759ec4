package org.interactiveml.ui.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.MouseButton;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Points put on the plot by hand. */
final class PaintTest {
    @RegisterExtension
    static final LaboratoryInChromium LABORATORY = new LaboratoryInChromium();

    @Test
    void threePaintedPointsAreFittedAndTheFitFollowsTheOneThatIsDragged() {
        LaboratoryPage lab = open("regression?degree=1&test.fraction=0");
        paint(lab);
        lab.view("fit").locator("text=Start empty").click();
        click(lab, 0.2, 0.7);
        click(lab, 0.5, 0.5);
        click(lab, 0.8, 0.3);
        lab.await(() -> points(lab).size() == 3 && lab.frames().settled());
        assertThat(lab.control("points")).containsText("3 points");

        long before = lab.revision("fit");
        BoundingBox area = area(lab);
        move(lab, area, 0.8, 0.3, 1);
        lab.page().mouse().down();
        move(lab, area, 0.8, 0.5, 6);
        long during = lab.revisionAfter("fit", before);
        move(lab, area, 0.8, 0.8, 6);
        lab.revisionAfter("fit", during);
        lab.page().mouse().up();
        lab.await(() ->
                lab.frames().settled() && lab.revision("fit") == lab.frames().version());

        assertThat(points(lab)).hasSize(3);
        Replay replay = Replay.of(
                "regression", List.of("points", "predictions"), lab.frames().values());
        for (String stage : new String[] {"fit", "points", "predictions"}) {
            assertThat(lab.frames().value(stage)).as(stage).isEqualTo(replay.value(stage));
        }
    }

    @Test
    void theRowsOnScreenBecomePointsWithTheFirstChangeAndEachStaysInItsPart() {
        LaboratoryPage lab = open("regression?samples=50&test.fraction=0");
        List<?> x = (List<?>) ((java.util.Map<?, ?>)
                        Objects.requireNonNull(lab.frames().value("points").get("train")))
                .get("x");
        paint(lab);
        assertThat(lab.control("points")).containsText("none");
        click(lab, 0.02, 0.06);
        lab.await(() -> points(lab).size() == 51 && lab.frames().settled());
        assertThat(points(lab).subList(0, 50))
                .extracting(point -> ((List<?>) point).getFirst())
                .isEqualTo(x);

        BoundingBox area = area(lab);
        move(lab, area, 0.02, 0.06, 1);
        lab.page()
                .mouse()
                .click(
                        area.x + 0.02 * area.width,
                        area.y + 0.06 * area.height,
                        new Mouse.ClickOptions().setButton(MouseButton.RIGHT));
        lab.await(() -> points(lab).size() == 50);
        lab.control("points").locator("button").click();
        lab.await(() -> points(lab).isEmpty());
        assertThat(lab.control("points")).containsText("none");
    }

    @Test
    void theKeyboardAloneAddsMovesAndErases() {
        LaboratoryPage lab = open("regression?degree=1&test.fraction=0");
        lab.view("fit").locator("text=Paint").focus();
        lab.page().keyboard().press("Enter");
        assertThat(lab.view("fit").locator(".iml-paint")).isFocused();
        lab.view("fit").locator("text=Start empty").press("Enter");
        lab.page().keyboard().press("Enter");
        lab.await(() -> points(lab).size() == 1);
        for (int i = 0; i < 5; i++) {
            lab.page().keyboard().press("ArrowRight");
        }
        lab.page().keyboard().press("Enter");
        lab.await(() -> points(lab).size() == 2);
        Object first = points(lab).getFirst();

        lab.page().keyboard().press("Enter");
        lab.page().keyboard().press("ArrowUp");
        lab.page().keyboard().press("Enter");
        assertThat(lab.view("fit").locator("[role=status]").first()).containsText("Put down");
        lab.page().keyboard().press("PageUp");
        lab.page().keyboard().press("Delete");
        lab.await(() -> points(lab).size() == 1);
        assertThat(points(lab)).doesNotContain(first);

        lab.page().keyboard().press("Escape");
        assertThat(lab.view("fit").locator(".iml-paint")).hasCount(0);
        assertThat(lab.view("fit").locator("text=Paint")).isFocused();
    }

    @Test
    void fewPointsAreInTheAddress() {
        LaboratoryPage lab = open("regression?degree=1&test.fraction=0&points=0,1;1,3;2,5.5");
        assertThat(points(lab)).isEqualTo(List.of(List.of(0.0, 1.0), List.of(1.0, 3.0), List.of(2.0, 5.5)));
        paint(lab);
        click(lab, 0.2, 0.2);
        lab.await(() -> lab.page().url().contains("points=0%2C1%3B1%2C3%3B2%2C5.5%3B"));
    }

    @Test
    void pointsOfTwoClassesArePaintedAndBothPartsAreTakenOver() {
        LaboratoryPage lab = open("classification?samples=40");
        Locator plot = lab.view("surface-test");
        plot.locator("text=Paint").click();
        plot.locator("button:has-text('Class 0')").click();
        BoundingBox area = plot.locator(".iml-paint").boundingBox();
        lab.page().mouse().click(area.x + 0.03 * area.width, area.y + 0.5 * area.height);
        lab.await(() -> points(lab).size() == 41 && lab.frames().settled());
        assertThat(((List<?>) points(lab).getLast()).getLast()).isEqualTo(1L);
        assertThat(((List<?>) points(lab).getFirst()).getLast()).isIn(0L, 1L);
    }

    /** In a window so high that the timeline at its foot covers no plot. */
    private static LaboratoryPage open(String path) {
        return LABORATORY.open(path, page -> page.setViewportSize(1280, 1600));
    }

    private static void paint(LaboratoryPage lab) {
        Locator brush = lab.view("fit").locator("text=Paint");
        brush.scrollIntoViewIfNeeded();
        brush.click();
    }

    private static BoundingBox area(LaboratoryPage lab) {
        return lab.view("fit").locator(".iml-paint").boundingBox();
    }

    private static void move(LaboratoryPage lab, BoundingBox area, double x, double y, int steps) {
        lab.page()
                .mouse()
                .move(area.x + x * area.width, area.y + y * area.height, new Mouse.MoveOptions().setSteps(steps));
    }

    private static void click(LaboratoryPage lab, double x, double y) {
        BoundingBox area = area(lab);
        lab.page().mouse().click(area.x + x * area.width, area.y + y * area.height);
    }

    private static List<Object> points(LaboratoryPage lab) {
        return List.copyOf(
                (List<?>) Objects.requireNonNull(lab.frames().values().get("points")));
    }
}

package org.interactiveml.ui.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import java.util.Objects;
import java.util.function.BooleanSupplier;

/** The page of an experiment, as a person sees and touches it. */
final class LaboratoryPage {
    private static final int STEPS_PER_MOVE = 12;

    private final Page page;
    private final FrameLog frames;

    LaboratoryPage(Page page) {
        this.page = page;
        this.frames = FrameLog.of(page);
    }

    Page page() {
        return page;
    }

    /** What came over the live socket. */
    FrameLog frames() {
        return frames;
    }

    void awaitDrawing() {
        page.locator("iml-plot[data-revision]").first().waitFor();
    }

    Locator view(String id) {
        return page.locator("[data-view=" + id + "]");
    }

    /** The version that a view shows. */
    long revision(String view) {
        return Long.parseLong(Objects.requireNonNull(view(view).getAttribute("data-revision")));
    }

    Locator control(String parameter) {
        return page.locator("[data-parameter='" + parameter + "']");
    }

    /** The part of a slider that is dragged. */
    Locator thumb(String parameter) {
        return control(parameter).locator("input[type=range]");
    }

    /** The part of a slider that takes any number. */
    Locator number(String parameter) {
        return control(parameter).locator("input[type=number]");
    }

    Locator message(String parameter) {
        return control(parameter).locator(".iml-message");
    }

    void type(String parameter, String number) {
        number(parameter).fill(number);
        number(parameter).press("Enter");
    }

    /** Lets Playwright deliver events until something holds. */
    void await(BooleanSupplier condition) {
        page.waitForCondition(condition);
    }

    /** Waits until a view shows a newer version than the given one, and returns that. */
    long revisionAfter(String view, long version) {
        await(() -> revision(view) > version);
        return revision(view);
    }

    /** Takes a slider's thumb with the mouse. */
    Hand grab(String parameter) {
        thumb(parameter).scrollIntoViewIfNeeded();
        Hand hand = new Hand(thumb(parameter));
        hand.moveTo(Double.parseDouble(thumb(parameter).inputValue()));
        page.mouse().down();
        return hand;
    }

    /** A mouse with its button down on a slider. */
    final class Hand {
        private final BoundingBox box;
        private final double min;
        private final double max;

        private Hand(Locator thumb) {
            box = thumb.boundingBox();
            min = Double.parseDouble(Objects.requireNonNull(thumb.getAttribute("min")));
            max = Double.parseDouble(Objects.requireNonNull(thumb.getAttribute("max")));
        }

        /** Moves in many small steps to where the slider has a value. The thumb's middle never leaves the track. */
        void moveTo(double value) {
            double thumb = box.height;
            double x = box.x + thumb / 2 + (value - min) / (max - min) * (box.width - thumb);
            page.mouse().move(x, box.y + box.height / 2, new Mouse.MoveOptions().setSteps(STEPS_PER_MOVE));
        }

        void release() {
            page.mouse().up();
        }
    }
}

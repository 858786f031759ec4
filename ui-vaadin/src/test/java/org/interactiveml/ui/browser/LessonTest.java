package org.interactiveml.ui.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.interactiveml.engine.catalog.Catalog;
import org.interactiveml.streams.replay.Replayer;
import org.interactiveml.streams.replay.Script;
import org.interactiveml.streams.replay.ScriptReader;
import org.interactiveml.streams.wire.JsonReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What plays by itself: lessons, takes, scripts from a file. */
final class LessonTest {
    private static final JsonReader LINE = new JsonReader(1_000_000, 100_000);

    @RegisterExtension
    static final LaboratoryInChromium LABORATORY = new LaboratoryInChromium();

    @TempDir
    @SuppressWarnings("NullAway.Init") // set before each test
    private Path folder;

    private static Locator button(LaboratoryPage lab, String name) {
        return lab.page()
                .getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator caption(LaboratoryPage lab) {
        return lab.page().locator(".iml-caption");
    }

    private Path save(LaboratoryPage lab, String what) {
        lab.page()
                .getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Save"))
                .click();
        Download download =
                lab.page().waitForDownload(() -> lab.page().getByText(what).click());
        Path file = folder.resolve(download.suggestedFilename());
        download.saveAs(file);
        return file;
    }

    /** The fit of the last frame that a replay of the file prints. */
    private static Map<?, ?> lastFit(Path file) throws IOException {
        Script script = new ScriptReader(Catalog.standard().experiments()).read(file);
        List<String> lines = new ArrayList<>();
        List<String> failures =
                new Replayer(System::nanoTime).run(script, line -> lines.add(new String(line, StandardCharsets.UTF_8)));
        assertThat(failures).isEmpty();
        Map<?, ?> outcomes = (Map<?, ?>)
                Objects.requireNonNull(LINE.object(lines.get(lines.size() - 2)).get("outcomes"));
        Map<Object, Object> fit = new LinkedHashMap<>((Map<?, ?>) Objects.requireNonNull(outcomes.get("fit")));
        fit.remove("status");
        return fit;
    }

    @Test
    void aLessonIsPlayedThroughItsQuestionAndLeft() {
        LaboratoryPage lab = LABORATORY.open("regression?lesson=overfitting");
        assertThat(caption(lab)).isVisible();
        assertThat(lab.control("seed.x")).isHidden();
        lab.page().locator(".iml-deck vaadin-select").click();
        lab.page().getByText("4×").click();
        assertThat(caption(lab))
                .containsText("What will happen", new LocatorAssertions.ContainsTextOptions().setTimeout(20_000));
        assertThat(lab.number("degree")).hasValue("7");
        Axe.findsNothing(lab.page(), "the question of a lesson");
        button(lab, "Both fall").click();
        assertThat(lab.page().locator(".iml-aside")).containsText("Not quite");
        assertThat(lab.number("degree")).hasValue("10");
        button(lab, "Leave the lesson").click();
        assertThat(caption(lab)).isHidden();
        assertThat(lab.control("seed.x")).isVisible();
    }

    @Test
    void theHandTakesOverALessonAtAnyMoment() {
        LaboratoryPage lab = LABORATORY.open("regression?lesson=overfitting");
        assertThat(caption(lab)).isVisible();
        lab.thumb("samples").press("ArrowRight");
        assertThat(lab.page().locator(".iml-aside")).containsText("You have taken over");
        assertThat(lab.number("samples")).not().hasValue("30");
        button(lab, "Continue").click();
        assertThat(lab.number("samples")).hasValue("30");
        assertThat(button(lab, "Pause")).isVisible();
    }

    @Test
    void aTakeIsRecordedPlayedAndSavedAsTheScriptThatLeadsToTheSameFit() throws IOException {
        LaboratoryPage lab = LABORATORY.open("regression?degree=2&model=lasso");
        button(lab, "Record").click();
        var hand = lab.grab("degree");
        hand.moveTo(9);
        hand.moveTo(6);
        hand.release();
        lab.type("samples", "90");
        lab.await(() -> lab.frames().settled()
                && Long.valueOf(90).equals(lab.frames().values().get("samples")));
        Map<?, ?> shown = lab.frames().value("fit");
        button(lab, "Stop recording").click();
        Path take = save(lab, "Last take (script)");
        assertThat(lastFit(take)).isEqualTo(shown);
        assertThat(Files.readAllLines(take).size()).isGreaterThan(4);

        lab.type("degree", "1");
        button(lab, "Play").click();
        assertThat(lab.number("degree")).hasValue("6");
        assertThat(lab.number("samples")).hasValue("90");
    }

    @Test
    void theWholeHistoryIsSavedAndEndsWhereThePageIs() throws IOException {
        LaboratoryPage lab = LABORATORY.open("regression?degree=2");
        lab.type("degree", "8");
        lab.type("samples", "70");
        lab.await(() -> Long.valueOf(70).equals(lab.frames().values().get("samples")));
        lab.page().keyboard().press("Control+z");
        lab.await(() -> lab.frames().settled()
                && Long.valueOf(50).equals(lab.frames().values().get("samples")));
        Path history = save(lab, "History (script)");
        assertThat(lastFit(history)).isEqualTo(lab.frames().value("fit"));
    }

    @Test
    void aScriptIsOpenedAndPlayedAndABadOneIsRefusedLineByLine() throws IOException {
        LaboratoryPage lab = LABORATORY.open("regression");
        Path good = folder.resolve("good.jsonl");
        Files.writeString(
                good,
                "{\"replay\":1,\"experiment\":\"regression\"}\n{\"at\":0,\"caption\":\"Hello\",\"set\":{\"degree\":8}}\n");
        Path bad = folder.resolve("bad.jsonl");
        Files.writeString(
                bad,
                "{\"replay\":1,\"experiment\":\"regression\"}\n{\"at\":0,\"set\":{\"degree\":99}}\n{\"at\":0,\"sett\":{}}\n");
        Locator input = lab.page().locator(".iml-open input[type=file]");
        input.setInputFiles(bad);
        Locator complaints = lab.page().locator(".iml-complaints");
        assertThat(complaints).containsText("bad.jsonl cannot be played");
        assertThat(complaints).containsText("bad.jsonl:2: degree must be between 1 and 30, not 99");
        assertThat(complaints).containsText("bad.jsonl:3: \"sett\" is not a key here");
        input.setInputFiles(good);
        assertThat(caption(lab)).hasText("Hello");
        assertThat(lab.number("degree")).hasValue("8");
        assertThat(complaints).containsText("bad.jsonl:2:");
        button(lab, "Dismiss").click();
        assertThat(complaints).isHidden();
    }

    @Test
    void aScriptThatTheConnectionLosesIsTold() {
        LaboratoryPage lab = LABORATORY.open("regression");
        FilePayload script = new FilePayload(
                "lost.jsonl",
                "application/jsonl",
                "{\"replay\":1,\"experiment\":\"regression\"}\n{\"at\":0,\"set\":{\"degree\":8}}\n"
                        .getBytes(StandardCharsets.UTF_8));
        lab.page().route(Pattern.compile("/VAADIN/dynamic/"), Route::abort);
        lab.page().locator(".iml-open input[type=file]").setInputFiles(script);
        assertThat(lab.page().locator(".iml-complaints"))
                .containsText("the file did not arrive whole: the connection was lost; send it again");
        lab.page().unrouteAll();
        lab.page().locator(".iml-open input[type=file]").setInputFiles(script);
        assertThat(lab.number("degree")).hasValue("8");
        assertThat(lab.page().locator(".iml-complaints")).isHidden();
    }

    @Test
    void aLinkLocksAndHidesControlsAndNamesWhatItGetsWrong() {
        LaboratoryPage lab = LABORATORY.open("regression?lock=degree&hide=seed.x,colour&lesson=none");
        assertThat(lab.control("degree")).hasAttribute("inert", "");
        assertThat(lab.control("seed.x")).isHidden();
        assertThat(lab.page().getByText("hide must name parameters of this page, not \"colour\""))
                .isVisible();
        assertThat(lab.page().getByText("lesson must be one of overfitting")).isVisible();
    }
}

package org.interactiveml.ui.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.interactiveml.ui.app.RunningLaboratory;
import org.interactiveml.ui.control.Tables;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** One server and one browser for all tests of a class, a page of its own for each; a page must not complain. */
final class LaboratoryInChromium implements BeforeAllCallback, AfterEachCallback, AfterAllCallback {
    private final List<Page> pages = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();
    private @Nullable Chromium chromium;
    private @Nullable RunningLaboratory laboratory;

    @Override
    public void beforeAll(ExtensionContext context) {
        chromium = Chromium.start();
        laboratory = new RunningLaboratory(new Tables(Optional.empty()));
    }

    /** Opens an address below the root and waits for the first drawing. */
    LaboratoryPage open(String path) {
        return open(path, page -> {});
    }

    /** Opens an address in a page prepared before anything is loaded. */
    LaboratoryPage open(String path, Consumer<Page> prepare) {
        Page page = newPage();
        prepare.accept(page);
        LaboratoryPage opened = new LaboratoryPage(page);
        page.navigate(server().url() + path);
        opened.awaitDrawing();
        return opened;
    }

    /** A page that is at no address yet. */
    Page newPage() {
        Page page = Objects.requireNonNull(chromium).newPage();
        pages.add(page);
        page.onPageError(complaints::add);
        return page;
    }

    RunningLaboratory server() {
        return Objects.requireNonNull(laboratory);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        pages.forEach(Page::close);
        pages.clear();
        List<String> said = List.copyOf(complaints);
        complaints.clear();
        assertThat(said).as("errors in the page").isEmpty();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (laboratory != null) {
            laboratory.close();
        }
        if (chromium != null) {
            chromium.close();
        }
    }
}

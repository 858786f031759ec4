package org.interactiveml.ui.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.interactiveml.engine.catalog.Catalog;
import org.interactiveml.engine.experiment.Experiment;
import org.interactiveml.engine.experiment.Stage;
import org.interactiveml.engine.view.Axis;
import org.interactiveml.engine.view.ViewSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The bundles of all languages: complete, alike, and without leftovers. */
class TextsTest {
    private static final Map<String, String> ENGLISH =
            Texts.of(Language.ENGLISH).beginningWith("");
    private static final Pattern PLACE = Pattern.compile("\\{\\d}");
    private static final Pattern LITERAL = Pattern.compile("[\"`]([a-z-]+(?:\\.[a-z0-9-]+)+)[\"`]");

    /** The kinds of text that sources name by key; the other kinds follow from what the engine says. */
    private static final Set<String> NAMED = Set.of("page", "lesson", "timeline", "take-home", "control", "client");

    @ParameterizedTest
    @EnumSource
    void everyLanguageHasEveryTextWithTheSamePlaces(Language language) {
        Map<String, String> texts = Texts.of(language).beginningWith("");
        assertThat(texts).containsOnlyKeys(ENGLISH.keySet());
        texts.forEach((key, text) -> {
            assertThat(text).as(key).isNotBlank().isEqualTo(text.strip());
            assertThat(places(text))
                    .as("%s in %s", key, language)
                    .isEqualTo(places(Texts.of(Language.ENGLISH).get(key)));
        });
    }

    private static Set<String> places(String text) {
        return PLACE.matcher(text).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void everyTextOfTheCatalogueStandsInTheBundleAsTheEngineHasIt() {
        assertThat(ENGLISH).containsAllEntriesOf(EngineWords.ofTheCatalogue());
        assertThat(ENGLISH).containsKeys(stages().toArray(String[]::new));
    }

    private static Stream<String> stages() {
        return Catalog.standard().experiments().stream()
                .flatMap(experiment -> experiment.plan().stages().stream())
                .map(Stage::id)
                .map(id -> "stage." + id);
    }

    @Test
    void everyKeyThatSourcesNameHasATextAndEveryTextIsUsed() throws IOException {
        Set<String> named = new TreeSet<>();
        for (Path folder : List.of(Path.of("src/main/java"), Path.of("src/main/client"))) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.filter(TextsTest::isSource).toList()) {
                    named.addAll(keys(Files.readString(file)));
                }
            }
        }
        Set<String> known = ENGLISH.keySet().stream()
                .filter(key -> NAMED.contains(kind(key)))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(named).as("named in the sources, and in the bundle").isEqualTo(known);

        Set<String> others = new TreeSet<>(ENGLISH.keySet());
        others.removeAll(known);
        others.removeAll(EngineWords.ofTheCatalogue().keySet());
        others.removeAll(stages().toList());
        others.removeIf(key -> key.startsWith(Messages.KIND)); // see MessagesTest
        assertThat(others).as("of things that no experiment has").isEmpty();
    }

    private static boolean isSource(Path file) {
        String name = file.toString();
        return (name.endsWith(".java") || name.endsWith(".ts")) && !name.contains("node_modules");
    }

    /** What looks like a key; a text for one or for many has two. */
    private static Set<String> keys(String source) {
        return LITERAL.matcher(source)
                .results()
                .map(literal -> literal.group(1))
                .filter(literal -> NAMED.contains(kind(literal)))
                .flatMap(literal -> ENGLISH.containsKey(literal + ".one")
                        ? Stream.of(literal + ".one", literal + ".many")
                        : Stream.of(literal))
                .collect(Collectors.toSet());
    }

    private static String kind(String key) {
        return key.substring(0, key.indexOf('.'));
    }

    @Test
    void argumentsTakeTheirPlacesAsTheyAre() {
        assertThat(Texts.of(Language.GERMAN).get("client.history.at", "{1}$2", 2, 3))
                .isEqualTo("{1}$2, 2 von 3");
        assertThat(Texts.count(1_234_567)).isEqualTo("1\u202f234\u202f567");
    }

    @Test
    void whatOnlyAForeignExperimentSaysStaysAsItIs() {
        EngineTexts german = new EngineTexts(Texts.of(Language.GERMAN));
        ViewSpec foreign =
                new ViewSpec.Plot("p", "fit", Axis.linear("degree"), Axis.linear("wavelength"), false, "", List.of());
        ViewSpec.Plot translated = (ViewSpec.Plot) german.view(foreign);
        // “Fit” is known and “fit” is not: only exactly what was translated is.
        assertThat(translated.title()).isEqualTo("fit");
        assertThat(translated.x().label()).isEqualTo("Grad");
        assertThat(translated.y().label()).isEqualTo("wavelength");
    }

    @ParameterizedTest
    @EnumSource
    void translationLeavesAloneWhatIsNoText(Language language) {
        EngineTexts texts = new EngineTexts(Texts.of(language));
        for (Experiment experiment : Catalog.standard().experiments()) {
            for (ViewSpec view : experiment.views()) {
                assertThat(texts.view(view).paths()).isEqualTo(view.paths());
            }
        }
    }
}

package org.interactiveml.streams.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.interactiveml.engine.catalog.Catalog;
import org.interactiveml.engine.experiment.Experiment;
import org.interactiveml.engine.parameter.Snapshot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The lessons keep what they say. */
class LessonsTest {
    private static final Pattern FIGURE = Pattern.compile("(?<![\\p{L}\\p{N}.])[0-9]+(\\.[0-9]+)?(?![\\p{L}\\p{N}])");
    private static final Pattern FIGURE_ANYWHERE = Pattern.compile("[0-9]+(\\.[0-9]+)?");
    private static final double LONGEST = 120_000;
    private static final List<Experiment> EXPERIMENTS = Catalog.standard().experiments();
    private static final Lessons LESSONS = new Lessons(EXPERIMENTS);

    private static final List<String> LANGUAGES = List.of("en", "de", "es", "zh");

    static Stream<Script> lessons() {
        return lessons("en");
    }

    private static Stream<Script> lessons(String language) {
        return EXPERIMENTS.stream().flatMap(experiment -> LESSONS.of(experiment, language).values().stream());
    }

    @ParameterizedTest
    @MethodSource("lessons")
    void everythingThatALessonExpectsComesTrue(Script lesson) throws IOException {
        assertThat(new Replayer(System::nanoTime).run(lesson, line -> {})).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("lessons")
    void aLessonIsShortAndAsks(Script lesson) {
        assertThat(lesson.steps().getLast().at()).isLessThan(LONGEST);
        assertThat(lesson.steps().stream().map(Script.Step::ask)).anyMatch(ask -> ask.isPresent());
        assertThat(lesson.title()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("lessons")
    void everyFigureInACaptionIsAValueThatIsSetOrExpectedRightThere(Script lesson) {
        List<String> unfounded = new ArrayList<>();
        Snapshot state = lesson.start();
        for (Script.Step step : lesson.steps()) {
            state = step.change().map(state::with).orElse(state);
            Matcher figures = FIGURE.matcher(step.caption().orElse(""));
            while (figures.find()) {
                BigDecimal figure = new BigDecimal(figures.group());
                if (!isSet(state, figure) && !isExpected(step.expectations(), figure)) {
                    unfounded.add(lesson.name() + ":" + step.line() + ": " + figure);
                }
            }
        }
        assertThat(unfounded).isEmpty();
    }

    @Test
    void everyTextOfALessonIsSpokenInEveryLanguageAndKeepsItsFigures() {
        List<List<String>> english = lessons("en").map(LessonsTest::texts).toList();
        for (String language : LANGUAGES.subList(1, LANGUAGES.size())) {
            List<List<String>> spoken =
                    lessons(language).map(LessonsTest::texts).toList();
            for (int i = 0; i < english.size(); i++) {
                assertThat(spoken.get(i)).as(language).hasSameSizeAs(english.get(i));
                for (int j = 0; j < english.get(i).size(); j++) {
                    String original = english.get(i).get(j);
                    assertThat(figures(spoken.get(i).get(j)))
                            .as("%s: %s", language, original)
                            .isEqualTo(figures(original));
                    if (original.codePoints().anyMatch(Character::isLetter)) {
                        assertThat(spoken.get(i).get(j)).as(language).isNotEqualTo(original);
                    }
                }
            }
        }
    }

    private static List<String> texts(Script lesson) {
        return Stream.concat(
                        Stream.of(lesson.title()),
                        lesson.steps().stream()
                                .flatMap(step -> Stream.concat(
                                        step.caption().stream(),
                                        step.ask().stream()
                                                .flatMap(ask -> Stream.concat(
                                                        Stream.of(ask.question()), ask.choices().stream())))))
                .toList();
    }

    /** In whatever order a language says them. */
    private static List<String> figures(String text) {
        return FIGURE_ANYWHERE
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .sorted()
                .toList();
    }

    private static boolean isSet(Snapshot state, BigDecimal figure) {
        return state.plain().values().stream()
                .anyMatch(value -> value instanceof Number number && number.doubleValue() == figure.doubleValue());
    }

    /** As a whole number, as a bound, or as what the expected interval rounds to. */
    private static boolean isExpected(List<Expectation> expectations, BigDecimal figure) {
        double value = figure.doubleValue();
        double half = 0.5000001 * Math.pow(10, -figure.scale());
        return expectations.stream().anyMatch(one -> one.value().equals(value))
                || expectations.stream()
                        .filter(one -> one.relation() == Expectation.Relation.MIN && near(one, value - half, value))
                        .anyMatch(min -> expectations.stream()
                                .anyMatch(max -> max.relation() == Expectation.Relation.MAX
                                        && max.path().equals(min.path())
                                        && near(max, value, value + half)));
    }

    private static boolean near(Expectation bound, double least, double most) {
        return bound.value() instanceof Double value && value >= least && value <= most;
    }

    @Test
    void everyFileInTheFolderIsALesson() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/lessons"))) {
            assertThat(files.map(file -> Objects.requireNonNull(file.getFileName())
                            .toString()
                            .replace(".jsonl", "")))
                    .containsExactlyInAnyOrderElementsOf(Lessons.NAMES);
        }
    }
}

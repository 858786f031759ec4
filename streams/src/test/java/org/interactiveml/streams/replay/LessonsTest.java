package org.interactiveml.streams.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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
    private static final double LONGEST = 120_000;
    private static final List<Experiment> EXPERIMENTS = Catalog.standard().experiments();
    private static final Lessons LESSONS = new Lessons(EXPERIMENTS);

    static Stream<Script> lessons() {
        return Lessons.NAMES.stream().map(name -> LESSONS.find(name).orElseThrow());
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

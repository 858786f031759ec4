package org.interactiveml.ui.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.interactiveml.engine.catalog.Catalog;
import org.interactiveml.engine.experiment.Cure;
import org.interactiveml.engine.experiment.Evaluation;
import org.interactiveml.engine.experiment.Experiment;
import org.interactiveml.engine.experiment.Fidelity;
import org.interactiveml.engine.experiment.Outcome;
import org.interactiveml.engine.experiment.Stage;
import org.interactiveml.engine.numeric.Cancellation;
import org.interactiveml.engine.parameter.ChoiceParameter;
import org.interactiveml.engine.parameter.InvalidInputException;
import org.interactiveml.engine.parameter.Patch;
import org.interactiveml.engine.parameter.Problem;
import org.interactiveml.engine.parameter.Snapshot;
import org.interactiveml.engine.view.Report;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The engine's sentences in other languages. */
class MessagesTest {
    private static final Texts GERMAN = Texts.of(Language.GERMAN);

    /** Where a form of the bundle and a literal of the engine may be cut differently. */
    private static final String CUTS = "\\{\\d}|(?<=must be )|(?= must be)|(?=, not)";

    @Test
    void numbersAndNamesTakeTheirPlaces() {
        assertThat(Messages.translated("degree must be between 1 and 30, not 99", GERMAN))
                .isEqualTo("degree muss zwischen 1 und 30 liegen, nicht 99");
        assertThat(Messages.translated("degree must be a whole number between 1 and 30, not \"a\"", GERMAN))
                .isEqualTo("degree muss eine ganze Zahl zwischen 1 und 30 sein, nicht \"a\"");
        assertThat(Messages.translated("nobody has translated this", GERMAN)).isEqualTo("nobody has translated this");
    }

    @ParameterizedTest
    @EnumSource
    void whatARefusalOfAnExperimentSaysIsTranslated(Language language) {
        for (Experiment experiment : Catalog.standard().experiments()) {
            experiment.parameters().forEach(parameter -> {
                for (Object bad : List.of(1e300, "no such thing", Map.of())) {
                    refusals(() -> parameter.read(bad))
                            .filter(message -> !message.contains(": "))
                            .filter(message -> !message.contains("formula"))
                            .filter(message -> !message.contains("a list of points"))
                            .filter(message -> !message.contains("numbers by name"))
                            .forEach(message -> isTranslated(message, language));
                }
            });
        }
    }

    private static Stream<String> refusals(Runnable reading) {
        try {
            reading.run();
            return Stream.of();
        } catch (InvalidInputException refused) {
            return refused.problems().stream().map(Problem::message);
        }
    }

    /** All of it: each of several sentences. */
    private static void isTranslated(String message, Language language) {
        for (String sentence : message.split("(?<=\\.) ", -1)) {
            String own = Messages.translated(sentence, Texts.of(language));
            if (language == Language.ENGLISH) {
                assertThat(own).isEqualTo(sentence);
            } else {
                assertThat(own).isNotEqualTo(sentence);
            }
        }
    }

    @Test
    void severalSentencesAreTurnedOneByOne() {
        assertThat(Messages.translated("Nobody knows. There is no penalty.", GERMAN))
                .isEqualTo("Nobody knows. Es gibt keine Strafe.");
    }

    @Test
    void whatAFitSaysOfItselfIsTranslatedWhateverTheModel() {
        Set<String> said = new TreeSet<>();
        for (Experiment experiment : Catalog.standard().experiments()) {
            states(experiment).forEach(state -> said.addAll(said(experiment, state)));
        }
        assertThat(said).hasSizeGreaterThan(5);
        for (Language language : Language.values()) {
            said.forEach(message -> isTranslated(message, language));
        }
    }

    /** The defaults, and each choice in turn. */
    private static List<Snapshot> states(Experiment experiment) {
        List<Snapshot> states = new ArrayList<>();
        Snapshot defaults = experiment.parameters().defaults();
        states.add(defaults);
        experiment.parameters().forEach(parameter -> {
            if (parameter instanceof ChoiceParameter<?> choice) {
                states.addAll(states(defaults, choice));
            }
        });
        return states;
    }

    private static <E extends Enum<E>> List<Snapshot> states(Snapshot defaults, ChoiceParameter<E> choice) {
        return choice.choices().stream()
                .map(value -> defaults.with(Patch.of(choice, value)))
                .toList();
    }

    private static List<String> said(Experiment experiment, Snapshot state) {
        List<Stage<?>> spoken = new ArrayList<>(List.of(experiment.fit()));
        experiment.plan().find("about").ifPresent(spoken::add);
        var frame = new Evaluation(experiment.plan(), spoken, System::nanoTime)
                .run(state, Fidelity.FULL, new Cancellation(), early -> {});
        List<String> said = new ArrayList<>();
        if (frame.outcome(experiment.fit()).orElseThrow() instanceof Outcome.Failed<?> failed) {
            said.addAll(failed.reasons());
            failed.cures().stream()
                    .map(Cure::label)
                    .filter(label -> !label.startsWith("alpha ")) // the same in all languages
                    .forEach(said::add);
        }
        frame.at("about")
                .ifPresent(about -> List.of("score", "scaling")
                        .forEach(path -> said.add(((Report.Text) about.at(path).orElseThrow()).value())));
        frame.at(experiment.fit().id()).ifPresent(fit -> {
            fit.at("message").ifPresent(message -> said.add(((Report.Text) message).value()));
            fit.at("notes")
                    .ifPresent(notes ->
                            ((Report.Items) notes).items().forEach(note -> said.add(((Report.Text) note).value())));
        });
        return said;
    }

    @Test
    void everyFormIsOneThatTheEngineStillSays() throws IOException {
        String source = engine();
        List<String> gone = new ArrayList<>();
        Texts.of(Language.ENGLISH).beginningWith(Messages.KIND).forEach((key, form) -> {
            for (String part : form.split(CUTS, -1)) {
                if (!source.contains(part)) {
                    gone.add(key + ": " + part);
                }
            }
        });
        assertThat(gone).isEmpty();
    }

    /** Its sources with literals that are joined by a plus in one piece. */
    private static String engine() throws IOException {
        StringBuilder whole = new StringBuilder();
        try (Stream<Path> files = Files.walk(Path.of("../engine/src/main/java"))) {
            for (Path file :
                    files.filter(file -> file.toString().endsWith(".java")).toList()) {
                whole.append(Files.readString(file).replaceAll("\"\\s*\\+\\s*\"", ""));
            }
        }
        return whole.toString();
    }
}

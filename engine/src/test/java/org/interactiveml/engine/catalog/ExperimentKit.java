package org.interactiveml.engine.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.interactiveml.engine.experiment.Cure;
import org.interactiveml.engine.experiment.Evaluation;
import org.interactiveml.engine.experiment.Experiment;
import org.interactiveml.engine.experiment.Fidelity;
import org.interactiveml.engine.experiment.Frame;
import org.interactiveml.engine.experiment.Outcome;
import org.interactiveml.engine.experiment.Stage;
import org.interactiveml.engine.numeric.Cancellation;
import org.interactiveml.engine.parameter.ChoiceParameter;
import org.interactiveml.engine.parameter.DatasetParameter;
import org.interactiveml.engine.parameter.FormulaParameter;
import org.interactiveml.engine.parameter.IntegerParameter;
import org.interactiveml.engine.parameter.InvalidInputException;
import org.interactiveml.engine.parameter.Parameter;
import org.interactiveml.engine.parameter.Patch;
import org.interactiveml.engine.parameter.Point;
import org.interactiveml.engine.parameter.PointsParameter;
import org.interactiveml.engine.parameter.RealParameter;
import org.interactiveml.engine.parameter.SeedParameter;
import org.interactiveml.engine.parameter.Snapshot;
import org.interactiveml.engine.parameter.ToggleParameter;
import org.interactiveml.engine.parameter.ValuesParameter;
import org.interactiveml.engine.view.Report;
import org.interactiveml.engine.view.ViewSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every experiment; a subclass names one. */
public abstract class ExperimentKit {
    private final Experiment experiment;

    protected ExperimentKit(Experiment experiment) {
        this.experiment = experiment;
    }

    private static Frame run(Experiment experiment, Snapshot snapshot) {
        return evaluation(experiment).run(snapshot, Fidelity.DRAFT, new Cancellation(), early -> {});
    }

    private static Evaluation evaluation(Experiment experiment) {
        return evaluation(
                experiment,
                experiment.plan().stages().stream().filter(Stage::isReported).toList());
    }

    private static Evaluation evaluation(Experiment experiment, List<Stage<?>> targets) {
        return new Evaluation(experiment.plan(), targets, () -> 0);
    }

    @Test
    void everyStageIsReadyAtTheDefaults() {
        Frame frame = new Evaluation(experiment.plan(), experiment.viewed(), () -> 0)
                .run(experiment.parameters().defaults(), Fidelity.FULL, new Cancellation(), early -> {});

        assertThat(frame.results())
                .allSatisfy(result -> assertThat(result.outcome()).isInstanceOf(Outcome.Ready.class));
        assertThat(frame.at("fit.converged")).contains(new Report.Flag(true));
    }

    @Test
    void theDefaultsBreakNoRule() {
        assertThat(experiment.problems(experiment.parameters().defaults())).isEmpty();
    }

    @Test
    void everyViewFindsWhatItDrawsOrANoteThatSaysWhyNot() {
        Frame frame = run(experiment, experiment.parameters().defaults());

        for (ViewSpec view : experiment.views()) {
            assertThat(view.paths())
                    .as(view.id())
                    .isNotEmpty()
                    .allSatisfy(path -> assertThat(frame.at(path).or(() -> note(frame, path)))
                            .as(path)
                            .isPresent());
        }
    }

    private static Optional<Report> note(Frame frame, String path) {
        return frame.at(path.substring(0, path.indexOf('.')) + ".note")
                .filter(note -> note instanceof Report.Text(String text) && !text.isEmpty());
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void everyStateSurvivesBeingALink(long seed) {
        Random random = new Random(seed);
        Snapshot state = experiment.parameters().defaults();
        for (int step = 0; step < 50; step++) {
            state = state.with(change(random, pick(random)));
            assertThat(experiment
                            .parameters()
                            .defaults()
                            .with(experiment.parameters().parse(state.texts()))
                            .plain())
                    .isEqualTo(state.plain());
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {11, 12, 13})
    void anIncrementalRunEqualsARunFromScratch(long seed) {
        Random random = new Random(seed);
        Evaluation incremental = evaluation(experiment);
        Snapshot state = experiment.parameters().defaults();
        for (int step = 0; step < 60; step++) {
            Snapshot next = state.with(change(random, pick(random)));
            if (!experiment.problems(next).isEmpty()) {
                continue;
            }
            state = next;
            Frame live = incremental.run(state, Fidelity.DRAFT, new Cancellation(), early -> {});
            assertThat(reports(live)).as("%s", state).isEqualTo(reports(run(experiment, state)));
        }
    }

    @Test
    void aCancelledRunSaysSo() {
        Cancellation cancelled = new Cancellation();
        cancelled.cancel();

        Frame frame =
                evaluation(experiment).run(experiment.parameters().defaults(), Fidelity.FULL, cancelled, early -> {});

        assertThat(frame.complete()).isFalse();
        assertThat(frame.results())
                .allSatisfy(result -> assertThat(result.outcome()).isInstanceOf(Outcome.Cancelled.class));
    }

    @Test
    void everyNumberHonoursItsBounds() {
        for (Parameter<?> parameter : experiment.parameters()) {
            List<Double> outside = switch (parameter) {
                case IntegerParameter whole ->
                    List.of(whole.bounds().hardMin() - 1, whole.bounds().hardMax() + 1, 1e300);
                case RealParameter real ->
                    List.of(
                            Math.nextDown(real.bounds().hardMin()),
                            Math.nextUp(real.bounds().hardMax()),
                            Double.NaN,
                            Double.NEGATIVE_INFINITY);
                case SeedParameter seed -> List.of(-1.0, 0.5, 1e300);
                case ChoiceParameter<?> choice -> List.of(0.0);
                case FormulaParameter formula -> List.of(0.0);
                case DatasetParameter dataset -> List.of(0.0);
                case ToggleParameter toggle -> List.of(0.0);
                case ValuesParameter values -> List.of(0.0);
                case PointsParameter points -> List.of(0.0);
            };
            assertThat(outside)
                    .allSatisfy(value -> assertThatThrownBy(() -> parameter.read(value))
                            .isInstanceOf(InvalidInputException.class)
                            .hasMessageStartingWith(parameter.id() + " must be "));
        }
    }

    /** What the fit offers in a state where it fails: the labels, each seen to help. */
    protected final List<String> curesThatHelp(Snapshot state) {
        if (!(fit(state) instanceof Outcome.Failed<?> failed)) {
            throw new AssertionError("the fit does not fail at " + state);
        }
        assertThat(failed.cures())
                .allSatisfy(cure -> assertThat(fit(state.with(cure.patch())))
                        .as(cure.label())
                        .isInstanceOf(Outcome.Ready.class));
        return failed.cures().stream().map(Cure::label).toList();
    }

    private Outcome<?> fit(Snapshot state) {
        return run(experiment, state).results().stream()
                .filter(result -> result.stage().id().equals("fit"))
                .findFirst()
                .orElseThrow()
                .outcome();
    }

    private Parameter<?> pick(Random random) {
        List<Parameter<?>> all = experiment.parameters().list();
        return all.get(random.nextInt(all.size()));
    }

    private static Patch change(Random random, Parameter<?> parameter) {
        return switch (parameter) {
            case IntegerParameter whole ->
                Patch.of(whole, (int) Math.round(
                        between(random, whole.bounds().softMin(), whole.bounds().softMax())));
            case RealParameter real ->
                Patch.of(
                        real,
                        between(random, real.bounds().softMin(), real.bounds().softMax()));
            case SeedParameter seed -> Patch.of(seed, (long) random.nextInt(1000));
            case ChoiceParameter<?> choice -> choose(random, choice);
            case FormulaParameter formula -> Patch.of(formula, formula.defaultValue());
            case DatasetParameter dataset -> Patch.of(dataset, dataset.defaultValue());
            case ToggleParameter toggle -> Patch.of(toggle, random.nextBoolean());
            case ValuesParameter values -> Patch.of(values, values.defaultValue());
            case PointsParameter points -> Patch.of(points, paint(random, points.classes()));
        };
    }

    private static <E extends Enum<E>> Patch choose(Random random, ChoiceParameter<E> choice) {
        return Patch.of(
                choice, choice.choices().get(random.nextInt(choice.choices().size())));
    }

    private static List<Point> paint(Random random, boolean classes) {
        return Stream.generate(
                        () -> new Point(random.nextGaussian(), random.nextGaussian(), classes ? random.nextInt(2) : 0))
                .limit(random.nextInt(40))
                .toList();
    }

    private static double between(Random random, double min, double max) {
        return min + (max - min) * random.nextDouble();
    }

    private static Map<String, Object> reports(Frame frame) {
        Map<String, Object> reports = new LinkedHashMap<>();
        frame.results().forEach(result -> {
            if (result.outcome() instanceof Outcome.Failed<?> failed) {
                reports.put(result.stage().id(), failed.reasons());
            } else {
                Frame.report(result)
                        .ifPresent(report -> reports.put(result.stage().id(), report));
            }
        });
        return reports;
    }
}

package org.interactiveml.engine.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CancellationException;
import org.interactiveml.engine.numeric.Cancellation;
import org.interactiveml.engine.numeric.Infeasible;
import org.interactiveml.engine.parameter.Bounds;
import org.interactiveml.engine.parameter.Group;
import org.interactiveml.engine.parameter.IntegerParameter;
import org.interactiveml.engine.parameter.ParameterSet;
import org.interactiveml.engine.parameter.Patch;
import org.interactiveml.engine.parameter.Snapshot;
import org.interactiveml.engine.view.Report;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EvaluationTest {
    private static final IntegerParameter A = whole("a");
    private static final IntegerParameter B = whole("b");
    private static final ParameterSet AB = ParameterSet.of(A, B);

    private final List<String> computed = new ArrayList<>();

    private final Stage<Integer> left =
            Stage.named("left", Phase.DATA).reads(A).computes(in -> count("left", in.get(A)));
    private final Stage<Integer> right = Stage.named("right", Phase.FIT)
            .after(left)
            .reads(B)
            .computes(in -> {
                if (in.get(B) == 13) {
                    throw new Infeasible("13 is not allowed");
                }
                return count("right", in.get(left) + in.get(B));
            })
            .reportedBy(value -> new Report.Whole(value));
    private final Stage<Integer> other =
            Stage.named("other", Phase.FIT).after(left).computes(in -> count("other", -in.get(left)));
    private final Stage<Integer> joined = Stage.named("joined", Phase.VIEW)
            .after(right, other)
            .computes(in -> count("joined", in.get(right) * in.get(other)));
    private final Plan diamond = Plan.of(left, right, other, joined);
    private final Evaluation evaluation = new Evaluation(diamond, List.of(joined), () -> 0);

    private int count(String id, int value) {
        computed.add(id);
        return value;
    }

    private Frame run(Snapshot snapshot) {
        computed.clear();
        return evaluation.run(snapshot, Fidelity.FULL, new Cancellation(), frame -> {});
    }

    @Test
    void theFirstRunComputesEachStageOnceInOrder() {
        Frame frame = run(AB.defaults());

        assertThat(computed).containsExactly("left", "right", "other", "joined");
        assertThat(frame.complete()).isTrue();
        assertThat(frame.outcome(joined)).contains(new Outcome.Ready<>(-2));
    }

    @Test
    void aChangeTouchesOnlyWhatReadsIt() {
        Frame first = run(AB.defaults());
        Frame second = run(first.snapshot().with(Patch.of(B, 5)));

        assertThat(computed).containsExactly("right", "joined");
        assertThat(second.outcome(joined)).contains(new Outcome.Ready<>(-6));
        assertThat(second.results().get(0).stamp())
                .isEqualTo(first.results().get(0).stamp());
    }

    @Test
    void staleValuesAreLetGoBeforeNewOnesAreMade() {
        List<WeakReference<Object>> made = new ArrayList<>();
        Stage<Object> large = Stage.named("large", Phase.DATA).reads(A).computes(in -> {
            System.gc();
            made.forEach(old -> assertThat(old.refersTo(null)).isTrue());
            Object value = new Object();
            made.add(new WeakReference<>(value));
            return value;
        });
        Stage<Object> holder = Stage.named("holder", Phase.FIT).after(large).computes(in -> List.of(in.get(large)));
        Stage<Object> shown = Stage.named("shown", Phase.VIEW)
                .after(holder)
                .<Object>computes(in -> "small")
                .reportedBy(value -> new Report.Text("small"));
        Evaluation running = new Evaluation(Plan.of(large, holder, shown), List.of(shown), () -> 0);
        Frame published = running.run(AB.defaults(), Fidelity.FULL, new Cancellation(), early -> {})
                .published();
        Frame next =
                running.run(published.snapshot().with(Patch.of(A, 2)), Fidelity.FULL, new Cancellation(), early -> {});

        assertThat(next.outcome(shown)).contains(new Outcome.Ready<>("small"));
        assertThat(made).hasSize(2);
    }

    @Test
    void aPublishedFrameKeepsTheTimesOfInternalStages() {
        long[] clock = {0};
        Frame frame = new Evaluation(diamond, List.of(joined), () -> clock[0] += 5)
                .run(AB.defaults(), Fidelity.FULL, new Cancellation(), early -> {});

        assertThat(frame.published().results())
                .extracting(result -> result.stage().id())
                .containsExactly("right");
        assertThat(frame.published().nanos(Phase.DATA)).isEqualTo(5);
        assertThat(frame.published().nanos()).isEqualTo(20);
    }

    @Test
    void theSameValuesAgainComputeNothing() {
        Frame first = run(AB.defaults());
        run(first.snapshot().with(Patch.of(B, 1)));

        assertThat(computed).isEmpty();
    }

    @Test
    void aFailureNamesItsStageAndBlocksWhatFollows() {
        Frame frame = run(AB.defaults().with(Patch.of(B, 13)));

        assertThat(frame.outcome(right)).contains(new Outcome.Failed<>("right", List.of("13 is not allowed")));
        assertThat(frame.outcome(other)).contains(new Outcome.Ready<>(-1));
        assertThat(frame.outcome(joined)).contains(new Outcome.Blocked<>(List.of("right")));
        assertThat(frame.complete()).isTrue();
    }

    @Test
    void aFailureOfAnInternalStageIsTheFailureOfWhatReadsIt() {
        Stage<Integer> internal = Stage.named("internal", Phase.DATA).computes(in -> {
            throw new Infeasible("no data");
        });
        Stage<Integer> shown = Stage.named("shown", Phase.FIT).after(internal).computes(in -> in.get(internal));
        Frame frame = new Evaluation(Plan.of(internal, shown), List.of(shown), () -> 0)
                .run(AB.defaults(), Fidelity.FULL, new Cancellation(), early -> {});

        assertThat(frame.outcome(shown)).contains(new Outcome.Failed<>("internal", List.of("no data")));
    }

    @Test
    void aFailureOffersOfEachKindTheFirstChangeThatWorks() {
        Stage<Integer> picky = Stage.named("picky", Phase.FIT)
                .reads(A, B)
                .<Integer>computes(in -> {
                    if (in.get(A) != 4 && in.get(B) < 10) {
                        throw new Infeasible("too small");
                    }
                    return 0;
                })
                .curedBy(in -> List.of(
                        Cure.of("A 3", A, 3),
                        Cure.of("A 4", A, 4),
                        Cure.of("B 9", B, in.get(B) + 9),
                        Cure.of("B 12", B, in.get(B) + 12),
                        Cure.of("B 13", B, in.get(B) + 13)));
        Frame frame = new Evaluation(Plan.of(picky), List.of(picky), () -> 0)
                .run(AB.defaults().with(Patch.of(B, 0)), Fidelity.FULL, new Cancellation(), early -> {});

        assertThat(frame.outcome(picky))
                .contains(new Outcome.Failed<>(
                        "picky", List.of("too small"), List.of(Cure.of("A 4", A, 4), Cure.of("B 12", B, 12))));
    }

    @Test
    void aRunAfterAFailureComputesWhatWasBlocked() {
        Frame failed = run(AB.defaults().with(Patch.of(B, 13)));
        Frame mended = run(failed.snapshot().with(Patch.of(B, 2)));

        assertThat(computed).containsExactly("right", "joined");
        assertThat(mended.outcome(joined)).contains(new Outcome.Ready<>(-3));
    }

    @Test
    void aMistakeInAStageIsAFailureThatKeepsTheException() {
        Stage<Integer> faulty = Stage.named("faulty", Phase.FIT).computes(in -> in.get(A));
        Frame frame = new Evaluation(Plan.of(faulty), List.of(faulty), () -> 0)
                .run(AB.defaults(), Fidelity.FULL, new Cancellation(), early -> {});

        assertThat(frame.results())
                .singleElement()
                .extracting(StageResult::outcome)
                .matches(outcome -> outcome
                                instanceof
                                Outcome.Failed<?>(
                                        String stage,
                                        List<String> reasons,
                                        List<Cure> cures,
                                        Optional<RuntimeException> bug)
                        && bug.isPresent()
                        && reasons.getFirst().contains("stage faulty reads a without declaring it"));
    }

    @Test
    void aCancelledRunKeepsWhatItFinished() {
        Cancellation token = new Cancellation();
        Stage<Integer> stops = Stage.named("stops", Phase.FIT)
                .after(left)
                .reads(B)
                .computes(in -> {
                    if (in.get(B) == 7) {
                        token.cancel();
                        in.cancellation().check();
                    }
                    return count("stops", in.get(left));
                });
        Evaluation cancelling = new Evaluation(Plan.of(left, stops), List.of(stops), () -> 0);
        Snapshot seven = AB.defaults().with(Patch.of(B, 7));

        Frame stopped = cancelling.run(seven, Fidelity.FULL, token, early -> {});
        assertThat(stopped.complete()).isFalse();
        assertThat(stopped.outcome(stops)).contains(new Outcome.Cancelled<>());
        assertThat(computed).containsExactly("left");

        cancelling.run(seven.with(Patch.of(B, 8)), Fidelity.FULL, new Cancellation(), early -> {});
        assertThat(computed).containsExactly("left", "stops");
    }

    @Test
    void aRefiningStageRunsAgainForMoreButNotForLess() {
        Stage<String> study = Stage.named("study", Phase.STUDY)
                .refining()
                .computes(in -> in.fidelity().name());
        Evaluation refining = new Evaluation(Plan.of(study), List.of(study), () -> 0);

        Frame draft = refining.run(AB.defaults(), Fidelity.DRAFT, new Cancellation(), early -> {});
        Frame full = refining.run(AB.defaults(), Fidelity.FULL, new Cancellation(), early -> {});
        Frame again = refining.run(AB.defaults(), Fidelity.DRAFT, new Cancellation(), early -> {});

        assertThat(draft.outcome(study)).contains(new Outcome.Ready<>("DRAFT"));
        assertThat(full.outcome(study)).contains(new Outcome.Ready<>("FULL"));
        assertThat(again.outcome(study)).contains(new Outcome.Ready<>("FULL"));
    }

    @Test
    void anEarlyFrameComesBeforeEachStudy() {
        Stage<Integer> study = Stage.named("study", Phase.STUDY).after(left).computes(in -> in.get(left));
        List<Frame> early = new ArrayList<>();

        Frame whole = new Evaluation(Plan.of(left, study), List.of(study), () -> 0)
                .run(AB.defaults(), Fidelity.FULL, new Cancellation(), early::add);

        assertThat(early).singleElement().satisfies(frame -> {
            assertThat(frame.complete()).isFalse();
            assertThat(frame.version()).isEqualTo(whole.version());
            assertThat(frame.outcome(left)).contains(new Outcome.Ready<>(1));
            assertThat(frame.outcome(study)).isEmpty();
        });
    }

    @Test
    void quickStudiesShareAFrameAndSlowOnesGetTheirOwn() {
        long[] clock = {0};
        Stage<Integer> quick = Stage.named("quick", Phase.STUDY).computes(in -> 1);
        Stage<Integer> slow = Stage.named("slow", Phase.STUDY).computes(in -> {
            clock[0] += 5_000_000;
            return 2;
        });
        Stage<Integer> last = Stage.named("last", Phase.STUDY).computes(in -> 3);
        List<Integer> early = new ArrayList<>();

        new Evaluation(Plan.of(quick, slow, last), List.of(quick, slow, last), () -> clock[0])
                .run(
                        AB.defaults(),
                        Fidelity.FULL,
                        new Cancellation(),
                        frame -> early.add(frame.results().size()));

        assertThat(early).containsExactly(0, 2);
    }

    @Test
    void aPlanRefusesAStageBeforeWhatItReads() {
        assertThatThrownBy(() -> Plan.of(right, left))
                .hasMessage("stage right reads left, which does not come before it in the plan");
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void anIncrementalRunEqualsARunFromScratchOnRandomGraphs(long seed) {
        Random random = new Random(seed);
        IntegerParameter[] parameters = new IntegerParameter[6];
        for (int i = 0; i < parameters.length; i++) {
            parameters[i] = whole("p" + i);
        }
        List<Stage<?>> stages = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            stages.add(randomStage("s" + i, random, parameters, stages));
        }
        Plan plan = Plan.of(stages);
        Evaluation incremental = new Evaluation(plan, stages, () -> 0);
        Snapshot snapshot = ParameterSet.of(parameters).defaults();
        for (int change = 0; change < 200; change++) {
            Patch patch = Patch.of(parameters[random.nextInt(parameters.length)], 1 + random.nextInt(9));
            patch = patch.and(Patch.of(parameters[random.nextInt(parameters.length)], 1 + random.nextInt(9)));
            snapshot = snapshot.with(patch);
            Cancellation token = new Cancellation();
            if (random.nextInt(4) == 0) {
                token.cancel();
            }
            incremental.run(snapshot, Fidelity.FULL, token, early -> {});

            Frame live = incremental.run(snapshot, Fidelity.FULL, new Cancellation(), early -> {});
            Frame fresh =
                    new Evaluation(plan, stages, () -> 0).run(snapshot, Fidelity.FULL, new Cancellation(), early -> {});
            assertThat(outcomes(live)).as("change %d", change).isEqualTo(outcomes(fresh));
        }
    }

    private static Stage<Integer> randomStage(
            String id, Random random, IntegerParameter[] parameters, List<Stage<?>> earlier) {
        IntegerParameter own = parameters[random.nextInt(parameters.length)];
        @SuppressWarnings("unchecked") // all stages of this test have whole values
        List<Stage<Integer>> read = earlier.stream()
                .filter(stage -> random.nextInt(3) == 0)
                .map(stage -> (Stage<Integer>) stage)
                .toList();
        int modulus = 5 + random.nextInt(20);
        return Stage.named(id, Phase.FIT)
                .reads(own)
                .after(read.toArray(Stage<?>[]::new))
                .computes(in -> {
                    int sum = in.get(own);
                    for (Stage<Integer> stage : read) {
                        sum = 31 * sum + in.get(stage);
                    }
                    if (sum % modulus == 0) {
                        throw new Infeasible(sum + " is a multiple of " + modulus);
                    }
                    return sum;
                });
    }

    private static List<Object> outcomes(Frame frame) {
        List<Object> outcomes = new ArrayList<>();
        frame.results().forEach(result -> outcomes.add(result.outcome()));
        return outcomes;
    }

    @Test
    void aCancelledTokenThrows() {
        Cancellation token = new Cancellation();
        token.check();
        token.cancel();

        assertThatThrownBy(token::check).isInstanceOf(CancellationException.class);
    }

    private static IntegerParameter whole(String id) {
        return new IntegerParameter(id, id, Group.MODEL, 1, Bounds.hard(-1000, 1000));
    }
}

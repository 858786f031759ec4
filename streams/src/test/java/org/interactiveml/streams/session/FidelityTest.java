package org.interactiveml.streams.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.reactivex.rxjava3.subscribers.TestSubscriber;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.interactiveml.engine.experiment.Fidelity;
import org.interactiveml.engine.experiment.Frame;
import org.interactiveml.engine.experiment.Phase;
import org.interactiveml.engine.experiment.Stage;
import org.interactiveml.engine.parameter.Patch;
import org.interactiveml.streams.run.Ending;
import org.interactiveml.streams.run.Pace;
import org.junit.jupiter.api.Test;

/** Drafts while a control moves, everything at rest: a fit of 1 ms, then a study of 60 ms as a draft and 400 ms in full. */
class FidelityTest {
    private static final int REST = 150;

    private final VirtualTime time = new VirtualTime();
    private final Heard heard = new Heard();
    private final Stage<Integer> fit = Stage.named("fit", Phase.FIT)
            .reads(Toy.DEGREE)
            .computes(in -> {
                time.busy(in, 1);
                return in.get(Toy.DEGREE);
            })
            .reportedBy(Toy::show);
    private final Stage<String> study = Stage.named("study", Phase.STUDY)
            .reads(Toy.DEGREE)
            .refining()
            .computes(in -> {
                time.busy(in, in.fidelity() == Fidelity.DRAFT ? 60 : 400);
                return in.fidelity() + " " + in.get(Toy.DEGREE);
            })
            .reportedBy(Toy::show);
    private final Stage<Integer> other = Stage.named("other", Phase.VIEW)
            .reads(Toy.ROWS)
            .computes(in -> in.get(Toy.ROWS))
            .reportedBy(Toy::show);
    private final Toy toy = Toy.of(fit, other, study);
    private final Session session =
            Sessions.in(time.context(DebouncePolicy.standard(), heard)).open(toy);
    private final TestSubscriber<Frame> frames = startedUp();

    private Stage<Integer> steady(int millis) {
        return Stage.named("steady", Phase.STUDY)
                .reads(Toy.DEGREE)
                .computes(in -> {
                    time.busy(in, millis);
                    return in.get(Toy.DEGREE);
                })
                .reportedBy(Toy::show);
    }

    private TestSubscriber<Frame> startedUp() {
        time.pass(1000);
        return session.frames().skip(1).test();
    }

    private long change(Pace pace) {
        long next = session.snapshot().version() + 1;
        return session.submit(Patch.of(Toy.DEGREE, (int) next), pace).version();
    }

    /** Version, fidelity, and whether it is complete. */
    private List<String> seen() {
        return frames.values().stream()
                .map(frame -> frame.version() + " " + frame.fidelity() + (frame.complete() ? " complete" : ""))
                .toList();
    }

    @Test
    void aDragGivesTheFitThenADraftThenAtRestEverything() {
        change(Pace.DRAG);
        time.pass(REST - 1);
        assertThat(seen()).containsExactly("2 DRAFT", "2 DRAFT complete");

        time.pass(500);
        assertThat(seen()).containsExactly("2 DRAFT", "2 DRAFT complete", "2 FULL complete");
        assertThat(session.frames().blockingFirst().at("study")).contains(Toy.show("FULL 2"));
        assertThat(heard.endings()).isEqualTo(Map.of(2L, List.of(Ending.RUN)));
    }

    @Test
    void aMoveBeforeTheRestIsOverPutsTheRefinementOff() {
        change(Pace.DRAG);
        for (int move = 1; move <= 5; move++) {
            time.pass(REST - 10);
            change(Pace.DRAG);
        }
        assertThat(seen()).allMatch(frame -> frame.contains("DRAFT"));

        time.pass(1000);
        assertThat(seen().getLast()).isEqualTo("7 FULL complete");
    }

    @Test
    void aChangeStopsARefinementAtOnce() {
        change(Pace.DRAG);
        time.in(REST + 100, () -> change(Pace.DRAG));
        time.pass(1000);

        assertThat(seen()).startsWith("2 DRAFT", "2 DRAFT complete", "3 DRAFT");
        assertThat(seen()).doesNotContain("2 FULL complete").endsWith("3 FULL complete");
        assertThat(heard.endings()).isEqualTo(Map.of(2L, List.of(Ending.RUN), 3L, List.of(Ending.RUN)));
    }

    @Test
    void aTypedValueIsDraftedFirstWhereEverythingTakesLongAndThenRefinedWithoutRest() {
        long start = time.millis();
        change(Pace.NOW);
        time.work();

        assertThat(seen()).containsExactly("2 DRAFT", "2 DRAFT complete", "2 FULL complete");
        assertThat(time.millis() - start).isEqualTo(1 + 60 + 400);
    }

    @Test
    void lettingGoOfADragLetsTheFitBePaintedAndLeavesDraftsOut() {
        change(Pace.DRAG);
        time.pass(100);
        change(Pace.NOW);
        time.pass(500);

        assertThat(seen()).containsExactly("2 DRAFT", "2 DRAFT complete", "3 DRAFT", "3 FULL complete");
        assertThat(heard.endings()).isEqualTo(Map.of(2L, List.of(Ending.RUN), 3L, List.of(Ending.RUN)));
    }

    @Test
    void theFitOfATypedValueHasTheProcessorsForTwoDisplayFramesBeforeStudiesBegin() {
        Session typed =
                Sessions.in(time.context(DebouncePolicy.standard(), heard)).open(Toy.of(fit, steady(60)));
        time.pass(1000);
        TestSubscriber<Frame> typedFrames = typed.frames().skip(1).test();
        typed.submit(Patch.of(Toy.DEGREE, 2), Pace.NOW);
        time.pass(33);
        assertThat(typedFrames.values()).hasSize(1).noneMatch(Frame::complete);
        assertThat(heard.endings()).isEmpty();

        time.pass(1);
        assertThat(typedFrames.values()).hasSize(2).last().matches(Frame::complete);
        assertThat(heard.endings()).isEqualTo(Map.of(2L, List.of(Ending.RUN)));
    }

    @Test
    void aDragsFitWaitsForStudiesThatAreKnownToBeBrief() {
        Session dragged =
                Sessions.in(time.context(DebouncePolicy.standard(), heard)).open(Toy.of(fit, steady(1)));
        time.pass(1000);
        TestSubscriber<Frame> draggedFrames = dragged.frames().skip(1).test();
        for (int degree = 2; degree <= 5; degree++) {
            dragged.submit(Patch.of(Toy.DEGREE, degree), Pace.DRAG);
            time.pass(16);
        }
        assertThat(draggedFrames.values())
                .extracting(frame -> frame.version() + (frame.complete() ? " complete" : ""))
                .containsExactly("2", "2 complete", "3 complete", "4 complete", "5 complete");
    }

    @Test
    void aFrameIsFullWhereTheDragTouchedNothingThatRefines() {
        session.submit(Patch.of(Toy.ROWS, 5), Pace.DRAG);
        time.pass(1000);

        assertThat(seen()).containsExactly("2 FULL complete");
    }

    @Test
    void aPlanWithoutRefinementIsFullAtOnceAndRunsOnce() {
        Session plain = Sessions.in(time.context(DebouncePolicy.standard(), heard))
                .open(toy, toy.parameters().defaults(), List.of(fit));
        time.pass(1000);
        TestSubscriber<Frame> plainFrames = plain.frames().skip(1).test();
        plain.submit(Patch.of(Toy.DEGREE, 2), Pace.DRAG);
        time.pass(1000);

        plainFrames.assertValueCount(1).assertValue(frame -> frame.fidelity() == Fidelity.FULL && frame.complete());
    }

    @Test
    void duringADragTheFitComesOutAtNearlyEveryMoveAndTheStudyNowAndThen() {
        for (int at = 16; at < 16_000; at += 16) {
            time.in(at, () -> change(Pace.DRAG));
        }
        change(Pace.DRAG);
        time.pass(16_000);

        Map<Long, Optional<Object>> studies = new TreeMap<>();
        for (Frame frame : frames.values()) {
            studies.put(frame.version(), frame.at("study").map(Object.class::cast));
        }
        assertThat(studies).hasSizeGreaterThan(950);
        assertThat(studies.values().stream().filter(Optional::isPresent)).hasSizeBetween(3, 10);
    }

    @Test
    void closingAtRestLeavesNothingBehind() {
        change(Pace.DRAG);
        time.pass(100);
        session.close();
        time.pass(1000);

        assertThat(seen()).containsExactly("2 DRAFT", "2 DRAFT complete");
        assertThat(heard.stages)
                .endsWith("study@2")
                .filteredOn("study@2"::equals)
                .hasSize(1);
    }
}

package org.interactiveml.streams.session;

import java.time.Duration;
import org.interactiveml.streams.run.Pace;

/**
 * When a change runs, as far as that is a matter of taste. Immutable.
 *
 * <p>With nothing in flight a change always runs at once. With a run in flight, a newer change lets it go on for
 * {@link #waitNanos a wait}, then stops it unless it {@link #mayFinish may finish}; as soon as the run has ended either way,
 * the newest state runs. The wait is what keeps a drag over a slow fit from being a series of cancelled beginnings, and there
 * is none over a fast one.
 *
 * @param fast runs no longer than this are never waited for: the time between two repaints of a display
 * @param longestWait bounds the wait, however slow the runs are
 * @param rest after this long without a change the hand is taken to rest, and drafts are refined
 * @param longRun where a run of full fidelity usually takes longer, a draft goes first even when the change did not come from
 *     a drag; where studies usually take longer, a drag does not wait for them
 */
public record DebouncePolicy(Duration fast, Duration longestWait, Duration rest, Duration longRun) {
    /** How many times its usual duration a run takes before its end is no longer thought near. */
    private static final int OVERDUE = 4;

    /** How many usual durations drafts of studies may be put off by a drag whose fits come out at every move. */
    private static final int STUDY_PATIENCE = 2;

    /** The part of a display frame that studies may take to come with every fit. */
    private static final int CHEAP_STUDIES = 4;

    /** The part of a display frame that a fit may wait for its studies: for a page, to take in another frame costs as much. */
    private static final int BRIEF_STUDIES = 16;

    /** How many display frames a page takes to paint a fit. */
    private static final int PAINTING = 2;

    /** Of how many times their own duration slower studies may use one during a drag. */
    private static final int STUDY_SHARE = 64;

    public DebouncePolicy {
        if (fast.isNegative() || longestWait.isNegative() || rest.isNegative() || longRun.isNegative()) {
            throw new IllegalArgumentException(
                    "durations must not be negative: " + fast + ", " + longestWait + ", " + rest + ", " + longRun);
        }
    }

    /** What suits a display of 60 Hz and a human hand. */
    public static DebouncePolicy standard() {
        return new DebouncePolicy(
                Duration.ofNanos(16_700_000), Duration.ofMillis(250), Duration.ofMillis(150), Duration.ofMillis(100));
    }

    /**
     * How long a newer change lets a run in flight go on: not at all over fast runs, half the usual run over others, within
     * {@link #longestWait}.
     *
     * @param usualNanos how long recent runs took to their first frame
     */
    long waitNanos(long usualNanos) {
        return usualNanos <= fast.toNanos() ? 0 : Math.min(usualNanos / 2, longestWait.toNanos());
    }

    /**
     * Whether a run that has published nothing may finish although a newer change waits: when it is past half its usual time.
     * Time that cancelled runs before it have spent counts too; so a drag over a fit slower than twice the wait still gets a
     * frame in every one and a half usual durations. A run that takes far longer than usual is not near its end: the first
     * such run stops, the next one finishes.
     *
     * @param owedNanos since when a frame is owed, at least {@code elapsedNanos}
     * @param elapsedNanos since the run began
     * @param usualNanos how long recent runs took to their first frame
     */
    boolean mayFinish(long owedNanos, long elapsedNanos, long usualNanos) {
        boolean overdue = owedNanos == elapsedNanos && elapsedNanos > OVERDUE * usualNanos;
        return owedNanos >= usualNanos / 2 && !overdue;
    }

    /**
     * Whether a run whose fit is out may finish its studies although a newer change waits. The fit of the newer change is
     * worth more: so it must be longer ago that all studies were in, and they must be no long run, by themselves or beside the
     * fit; else they wait until the hand rests.
     *
     * @param owedNanos since when a complete frame is owed
     * @param usualNanos how long recent complete runs took
     * @param usualFirstNanos how long recent runs took to their first frame
     */
    boolean mayFinishStudies(long owedNanos, long usualNanos, long usualFirstNanos) {
        long bearable = Math.max(longRun.toNanos(), usualFirstNanos / 2);
        return owedNanos >= STUDY_PATIENCE * usualNanos && usualNanos - usualFirstNanos <= bearable;
    }

    /**
     * Whether a drag's fit goes out alone, its studies left for later. Studies that take a fraction of a display frame come
     * with every fit. Slower ones would keep the next fit waiting, or burn the processor until that stops them: so they get a
     * small share of a long drag, and all they want when the hand rests.
     *
     * @param owedNanos since when a complete frame is owed
     * @param studyNanos how long recent studies took
     */
    boolean postponesStudies(long owedNanos, long studyNanos) {
        return letsPaint(studyNanos) && owedNanos < STUDY_SHARE * studyNanos;
    }

    /**
     * Whether studies at full effort wait until the fit of a change is painted: they take every processor, and a page on the
     * same machine needs one for that. Those that take a fraction of a display frame need not.
     *
     * @param studyNanos how long recent studies took
     */
    boolean letsPaint(long studyNanos) {
        return studyNanos > fast.toNanos() / CHEAP_STUDIES;
    }

    /**
     * Whether a drag's fit waits for its studies, so that both go out as one frame.
     *
     * @param studyNanos how long recent studies took, 0 where that is not known
     */
    boolean joinsStudies(long studyNanos) {
        return studyNanos > 0 && studyNanos <= fast.toNanos() / BRIEF_STUDIES;
    }

    /** How long after a change the rest of it is computed. */
    long restNanos(Pace pace) {
        return switch (pace) {
            case DRAG -> rest.toNanos();
            case NOW -> Math.min(rest.toNanos(), PAINTING * fast.toNanos());
        };
    }

    /** Whether a change that did not come from a drag is drafted first. */
    boolean draftsFirst(long usualFullNanos) {
        return usualFullNanos > longRun.toNanos();
    }
}

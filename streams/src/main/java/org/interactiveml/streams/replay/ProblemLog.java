package org.interactiveml.streams.replay;

import java.util.ArrayList;
import java.util.List;
import org.interactiveml.engine.parameter.InvalidInputException;
import org.interactiveml.engine.parameter.Problem;

/** Collects what is wrong with a script, each problem with file and line. Not thread-safe. */
final class ProblemLog {
    /** A person mends the first few and runs again; a file that is no script at all would give thousands. */
    private static final int MOST_SHOWN = 100;

    private final String name;
    private final List<Problem> problems = new ArrayList<>();
    private int more;

    ProblemLog(String name) {
        this.name = name;
    }

    /** Notes a problem of one line. */
    void add(int line, String message) {
        if (problems.size() < MOST_SHOWN) {
            problems.add(new Problem(name, name + ":" + line + ": " + message));
        } else {
            more++;
        }
    }

    /** Notes all problems of a refusal. */
    void add(int line, InvalidInputException refused) {
        refused.problems().forEach(problem -> add(line, problem.message()));
    }

    int count() {
        return problems.size() + more;
    }

    /** Throws what was noted, if anything was. */
    void report() {
        if (more > 0) {
            problems.add(new Problem(name, name + ": and " + more + " more problems"));
        }
        if (!problems.isEmpty()) {
            throw new InvalidInputException(problems);
        }
    }
}

package org.interactiveml.engine.data;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Collects all that is wrong with an input; writes out the first twenty. */
final class Problems {
    private static final int LIMIT = 20;

    private final List<String> lines = new ArrayList<>();
    private int more;

    /** The line is made only if it will be shown: a million bad cells cost no million texts. */
    void add(Supplier<String> line) {
        if (lines.size() < LIMIT) {
            lines.add(line.get());
        } else {
            more++;
        }
    }

    /** Throws what has been collected, if anything. */
    void report() {
        if (lines.isEmpty()) {
            return;
        }
        if (more > 0) {
            lines.add("… and " + more + " more");
        }
        throw new TableException(lines);
    }

    static TableException only(String line) {
        return new TableException(List.of(line));
    }
}

package org.interactiveml.engine.data;

import java.util.ArrayList;
import java.util.List;

/** Finds what separates the cells of a file by looking at its beginning. */
final class Delimiter {
    private static final int MAX_RECORDS = 20;

    /** In order of preference: a comma may also be a decimal mark, the others have no second use in a number. */
    private static final String CANDIDATES = "\t;|,";

    private Delimiter() {}

    /**
     * The candidate that occurs equally often in each of the first records; failing that, the one most frequent in the first;
     * failing that, a comma. What stands between quotes does not count.
     */
    static char detect(String beginning) {
        List<int[]> records = count(beginning);
        for (int i = 0; i < CANDIDATES.length(); i++) {
            int candidate = i;
            int expected = records.getFirst()[candidate];
            if (expected > 0 && records.stream().allMatch(counts -> counts[candidate] == expected)) {
                return CANDIDATES.charAt(i);
            }
        }
        int best = CANDIDATES.length() - 1;
        int[] first = records.getFirst();
        for (int i = 0; i < first.length; i++) {
            if (first[i] > first[best]) {
                best = i;
            }
        }
        return CANDIDATES.charAt(best);
    }

    /** How often each candidate occurs in each of the first records; the last, which may be cut off, counts if it is alone. */
    private static List<int[]> count(String beginning) {
        List<int[]> records = new ArrayList<>();
        int[] counts = new int[CANDIDATES.length()];
        boolean quoted = false;
        boolean blank = true;
        for (int i = 0; i < beginning.length() && records.size() < MAX_RECORDS; i++) {
            char c = beginning.charAt(i);
            if (c == '"') {
                quoted = !quoted;
                blank = false;
            } else if (!quoted && (c == '\n' || c == '\r')) {
                if (!blank) {
                    records.add(counts);
                    counts = new int[CANDIDATES.length()];
                    blank = true;
                }
            } else {
                blank &= c == ' ';
                int candidate = CANDIDATES.indexOf(c);
                if (!quoted && candidate >= 0) {
                    counts[candidate]++;
                }
            }
        }
        if (records.isEmpty()) {
            records.add(counts);
        }
        return records;
    }
}

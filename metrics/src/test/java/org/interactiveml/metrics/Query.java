package org.interactiveml.metrics;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a PromQL expression asks for: series by metric and label matchers, and labels to group by. Knows as much of the language
 * as the expressions of this project use.
 */
record Query(String expression, List<Selector> selectors, Set<String> groupedBy) {
    private static final Pattern GROUPING = Pattern.compile("\\b(?:by|without|on|ignoring)\\s*\\(([^)]*)\\)");
    private static final Pattern SELECTOR = Pattern.compile("([a-zA-Z_:][a-zA-Z0-9_:]*)\\s*(\\{[^}]*\\})?\\s*(\\()?");
    private static final Pattern MATCHER = Pattern.compile("(\\w+)\\s*(=~|=)\\s*\"([^\"]*)\"");
    private static final Set<String> WORDS = Set.of("and", "or", "unless", "bool", "offset");

    /** A metric with label values as patterns. */
    record Selector(String metric, Map<String, Pattern> labels) {
        boolean matches(Sample sample) {
            return sample.metric().equals(metric)
                    && labels.entrySet().stream()
                            .allMatch(label -> label.getValue()
                                    .matcher(sample.labels().getOrDefault(label.getKey(), ""))
                                    .matches());
        }
    }

    /** One line of an exposition. */
    record Sample(String metric, Map<String, String> labels) {
        private static final Pattern LINE = Pattern.compile("([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\\{(.*)\\})? \\S+");
        private static final Pattern LABEL = Pattern.compile("(\\w+)=\"((?:[^\"\\\\]|\\\\.)*)\"");

        static List<Sample> of(String exposition) {
            List<Sample> samples = new ArrayList<>();
            exposition.lines().filter(line -> !line.startsWith("#")).forEach(line -> {
                Matcher matcher = LINE.matcher(line);
                if (!matcher.matches()) {
                    throw new IllegalArgumentException("no sample: " + line);
                }
                Map<String, String> labels = new LinkedHashMap<>();
                String text = matcher.group(2);
                if (text != null) {
                    LABEL.matcher(text).results().forEach(label -> labels.put(label.group(1), label.group(2)));
                }
                samples.add(new Sample(matcher.group(1), labels));
            });
            return samples;
        }
    }

    static Query parse(String expression) {
        Set<String> groupedBy = new LinkedHashSet<>();
        String rest = GROUPING.matcher(expression)
                .replaceAll(grouping -> {
                    for (String label : grouping.group(1).split(",", -1)) {
                        groupedBy.add(label.strip());
                    }
                    return "";
                })
                .replaceAll("\\[[^]]*]", "");
        List<Selector> selectors = new ArrayList<>();
        SELECTOR.matcher(rest).results().forEach(found -> {
            boolean isFunction = found.group(3) != null;
            if (!isFunction && !WORDS.contains(found.group(1))) {
                selectors.add(new Selector(found.group(1), matchers(found.group(2))));
            }
        });
        return new Query(expression, selectors, groupedBy);
    }

    private static Map<String, Pattern> matchers(@Nullable String braces) {
        Map<String, Pattern> labels = new LinkedHashMap<>();
        if (braces != null) {
            MATCHER.matcher(braces)
                    .results()
                    .forEach(label -> labels.put(
                            label.group(1),
                            label.group(2).equals("=")
                                    ? Pattern.compile(Pattern.quote(label.group(3)))
                                    : Pattern.compile(label.group(3))));
        }
        return labels;
    }
}

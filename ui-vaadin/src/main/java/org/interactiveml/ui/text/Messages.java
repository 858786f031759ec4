package org.interactiveml.ui.text;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Sentences of the engine in a language: each known one is recognised by its English form, and its numbers and names take their
 * places in the translation; several in a row are turned one by one. What is not known stays as it is. The browser does the same
 * with what comes in frames.
 */
public final class Messages {
    static final String KIND = "message.";

    private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");
    private static final Pattern BETWEEN_SENTENCES = Pattern.compile("(?<=\\.) (?=\\p{Lu}|x )");
    private static final List<Form> FORMS = Texts.of(Language.ENGLISH).beginningWith(KIND).entrySet().stream()
            // The form that says most: others may fit as well.
            .sorted(Comparator.comparingInt(form -> -form.getValue().length()))
            .map(form -> new Form(form.getKey(), pattern(form.getValue())))
            .toList();

    private record Form(String key, Pattern english) {}

    private Messages() {}

    /** A sentence in the language of the page that is being served. */
    public static String translated(String english) {
        return translated(english, Texts.current());
    }

    static String translated(String english, Texts texts) {
        if (texts.language() == Language.ENGLISH) {
            return english;
        }
        return fitting(english, texts)
                .orElseGet(() -> BETWEEN_SENTENCES
                        .splitAsStream(english)
                        .map(sentence -> fitting(sentence, texts).orElse(sentence))
                        .collect(Collectors.joining(" ")));
    }

    private static Optional<String> fitting(String english, Texts texts) {
        for (Form form : FORMS) {
            Matcher matcher = form.english().matcher(english);
            if (matcher.matches()) {
                return Optional.of(texts.get(
                        form.key(),
                        IntStream.rangeClosed(1, matcher.groupCount())
                                .mapToObj(matcher::group)
                                .toArray()));
            }
        }
        return Optional.empty();
    }

    /** What the browser needs to do the same: each English form and its translation, the longest first. */
    static Map<String, Object> forms(Texts texts) {
        Map<String, Object> forms = new LinkedHashMap<>();
        if (texts.language() != Language.ENGLISH) {
            FORMS.forEach(form -> forms.put(Texts.of(Language.ENGLISH).get(form.key()), texts.get(form.key())));
        }
        return forms;
    }

    /** Places rise from 0 in the English form, so that the groups of the pattern are the arguments. */
    private static Pattern pattern(String form) {
        StringBuilder pattern = new StringBuilder();
        int from = 0;
        for (MatchResult place : PLACE.matcher(form).results().toList()) {
            pattern.append(Pattern.quote(form.substring(from, place.start()))).append("(.+)");
            from = place.end();
        }
        return Pattern.compile(
                pattern.append(Pattern.quote(form.substring(from))).toString());
    }
}

package org.interactiveml.ui.text;

import com.vaadin.flow.component.UI;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * All texts of one language, by key: {@code vaadin-i18n/translations.properties} is English, the others stand beside it.
 * Arguments take the places {@code {0}}, {@code {1}} … as they are: numbers are written the same way in all languages, as in
 * scripts and links. Immutable.
 */
public final class Texts {
    private static final String BASE = "/vaadin-i18n/translations";
    private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{Nd}]+");

    private static final Map<Language, Texts> ALL = new EnumMap<>(Arrays.stream(Language.values())
            .collect(Collectors.toMap(Function.identity(), language -> new Texts(language, read(language)))));

    private final Language language;
    private final SortedMap<String, String> byKey;

    private Texts(Language language, SortedMap<String, String> byKey) {
        this.language = language;
        this.byKey = byKey;
    }

    /** The texts of a language. */
    public static Texts of(Language language) {
        return Objects.requireNonNull(ALL.get(language));
    }

    /** Those of the page that is being served; English where there is none. */
    public static Texts current() {
        UI page = UI.getCurrent();
        return page == null ? of(Language.ENGLISH) : of(page.getLocale());
    }

    /** Those that speakers of a locale understand, English if need be. */
    static Texts of(Locale locale) {
        return of(Language.of(locale.getLanguage()).orElse(Language.ENGLISH));
    }

    /** A text in the language of the page that is being served. */
    public static String text(String key, Object... arguments) {
        return current().get(key, arguments);
    }

    /** A count for people, its digits in groups of three, as no language misreads it. */
    public static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number).replace(',', '\u202f');
    }

    /** Which language it is. */
    public Language language() {
        return language;
    }

    /** The text of a key; a key that no language has stands for itself. */
    public String get(String key, Object... arguments) {
        String text = byKey.getOrDefault(key, key);
        return arguments.length == 0
                ? text
                : PLACE.matcher(text).replaceAll(place -> {
                    int index = Integer.parseInt(place.group(1));
                    return Matcher.quoteReplacement(
                            index < arguments.length ? String.valueOf(arguments[index]) : place.group());
                });
    }

    /**
     * What an experiment calls something, in this language; the experiment's own English where there is no translation of
     * exactly that.
     *
     * @param kind what the key begins with: {@code axis}, {@code layer}
     */
    String ofEngine(String kind, String english) {
        return ofEngine(kind, slug(english), english);
    }

    /** The same with the rest of the key given, for what has an id. */
    String ofEngine(String kind, String name, String english) {
        String key = kind + '.' + name;
        return english.equals(of(Language.ENGLISH).byKey.get(key)) ? get(key) : english;
    }

    /** The words of an English text as part of a key: {@code 95 % prediction band} is {@code 95-prediction-band}. */
    static String slug(String english) {
        String words = BETWEEN_WORDS.matcher(english.toLowerCase(Locale.ROOT)).replaceAll("-");
        return words.replaceAll("^-|-$", "");
    }

    /** All texts whose keys begin with that, by key. */
    public SortedMap<String, String> beginningWith(String prefix) {
        return byKey.subMap(prefix, prefix + Character.MAX_VALUE);
    }

    private static SortedMap<String, String> read(Language language) {
        String file = BASE + (language == Language.ENGLISH ? "" : "_" + language.code()) + ".properties";
        Properties properties = new Properties();
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(Texts.class.getResourceAsStream(file), file), StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        SortedMap<String, String> byKey = new TreeMap<>();
        properties.stringPropertyNames().forEach(key -> byKey.put(key, properties.getProperty(key)));
        return byKey;
    }
}

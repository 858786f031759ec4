package org.interactiveml.ui.text;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A language that the pages speak. */
public enum Language {
    ENGLISH("en", "en", "English"),
    GERMAN("de", "de", "Deutsch"),
    SPANISH("es", "es", "Español"),
    CHINESE("zh", "zh-Hans", "中文");

    private final String code;
    private final String tag;
    private final String ownName;

    Language(String code, String tag, String ownName) {
        this.code = code;
        this.tag = tag;
        this.ownName = ownName;
    }

    /** Two letters: links, bundles and scripts call it so. */
    public String code() {
        return code;
    }

    /** The tag that tells a browser which fonts and which voice it takes. */
    public String tag() {
        return tag;
    }

    /** What its speakers call it. */
    public String ownName() {
        return ownName;
    }

    /** The locale of a page that speaks it. */
    public Locale locale() {
        return Locale.forLanguageTag(tag);
    }

    /** The language of that code. */
    public static Optional<Language> of(String code) {
        return Arrays.stream(values())
                .filter(language -> language.code.equals(code))
                .findFirst();
    }
}

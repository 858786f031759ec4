package org.interactiveml.ui.text;

import com.vaadin.flow.i18n.I18NProvider;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The texts as Vaadin asks for them. */
public final class Translations implements I18NProvider {
    private static final long serialVersionUID = 1;

    @Override
    public List<Locale> getProvidedLocales() {
        return Arrays.stream(Language.values()).map(Language::locale).toList();
    }

    @Override
    public String getTranslation(String key, Locale locale, Object... arguments) {
        return Texts.of(locale).get(key, arguments);
    }
}

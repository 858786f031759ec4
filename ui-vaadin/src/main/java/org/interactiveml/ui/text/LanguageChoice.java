package org.interactiveml.ui.text;

import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import jakarta.servlet.http.Cookie;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.interactiveml.streams.wire.Json;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Element;

/**
 * Which language a page speaks: the one that its link says ({@code lang=de}), else the one that was chosen in this browser
 * before, else the first of the browser's own that there is, else English. The browser is handed what its own scripts say with
 * the page, once.
 */
public final class LanguageChoice implements VaadinServiceInitListener {
    /** What a link calls the language. */
    public static final String PARAMETER = "lang";

    private static final String COOKIE = "iml-language";
    private static final List<String> CLIENT_KINDS = List.of("client.", "stage.");
    private static final long serialVersionUID = 1;

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.addIndexHtmlRequestListener(LanguageChoice::prepare);
        event.getSource()
                .addUIInitListener(init -> Optional.ofNullable(VaadinRequest.getCurrent())
                        .ifPresent(request -> init.getUI().setLocale(of(request).locale())));
    }

    private static void prepare(IndexHtmlResponse response) {
        Language language = of(response.getVaadinRequest());
        Element script = new Element("script");
        script.appendChild(new DataNode(script(Texts.of(language))));
        response.getDocument().child(0).attr("lang", language.tag());
        response.getDocument().head().prependChild(script);
    }

    private static String script(Texts texts) {
        SortedMap<String, Object> spoken = new TreeMap<>();
        CLIENT_KINDS.forEach(kind -> spoken.putAll(texts.beginningWith(kind)));
        return "globalThis.imlTexts=" + json(spoken) + ";globalThis.imlMessages=" + json(Messages.forms(texts));
    }

    /** Nothing in it may end the script that it stands in. */
    private static String json(Map<String, Object> map) {
        return Json.text(out -> Json.plain(out, map)).replace("<", "\\u003c");
    }

    /** The language of the page that a request is about. */
    private static Language of(VaadinRequest request) {
        return Stream.of(linked(request), remembered(request), preferred(request))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(Language.ENGLISH);
    }

    /** The page itself has its query; what it asks for next carries that as a parameter. */
    private static Optional<Language> linked(VaadinRequest request) {
        Map<String, List<String>> page = QueryParameters.fromString(Optional.ofNullable(request.getParameter("query"))
                        .orElse("")
                        .replaceFirst("^\\?", ""))
                .getParameters();
        return Optional.ofNullable(request.getParameter(PARAMETER))
                .or(() -> page.getOrDefault(PARAMETER, List.of()).stream().findFirst())
                .flatMap(Language::of);
    }

    private static Optional<Language> remembered(VaadinRequest request) {
        return Optional.ofNullable(request.getCookies()).stream()
                .flatMap(Stream::of)
                .filter(cookie -> cookie.getName().equals(COOKIE))
                .map(Cookie::getValue)
                .flatMap(code -> Language.of(code).stream())
                .findFirst();
    }

    private static Optional<Language> preferred(VaadinRequest request) {
        return Collections.list(request.getLocales()).stream()
                .map(Locale::getLanguage)
                .flatMap(code -> Language.of(code).stream())
                .findFirst();
    }
}

package org.interactiveml.streams.vertx;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import java.util.List;
import java.util.Locale;

/**
 * Whether a request comes from a page of this very server. A browser names the page's origin in the header {@code Origin},
 * which no script can forge; it must have the host and port that the request was sent to.
 */
final class SameOrigin {
    private static final String SCHEME_END = "://";

    private SameOrigin() {}

    /** True only where there is one origin and it is ours: what a live socket asks for. */
    static boolean isProved(HttpServerRequest request) {
        List<String> origins = request.headers().getAll(HttpHeaders.ORIGIN);
        return origins.size() == 1 && matches(origins.getFirst(), request.authority());
    }

    /** True where there is no origin either: programs that are not browsers send none. */
    static boolean isPlausible(HttpServerRequest request) {
        return !request.headers().contains(HttpHeaders.ORIGIN) || isProved(request);
    }

    private static boolean matches(String origin, HostAndPort server) {
        int scheme = origin.indexOf(SCHEME_END);
        if (scheme < 0 || server == null) {
            return false;
        }
        HostAndPort page = HostAndPort.parseAuthority(origin.substring(scheme + SCHEME_END.length()), -1);
        return page != null
                && page.port() == server.port()
                && page.host().toLowerCase(Locale.ROOT).equals(server.host().toLowerCase(Locale.ROOT));
    }
}

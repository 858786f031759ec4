package org.interactiveml.streams.vertx;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.interactiveml.streams.session.Session;
import org.jspecify.annotations.Nullable;

/**
 * One-time tokens, each of which opens one live socket to one session.
 *
 * <p>Ownership: whoever opened a session owns it. The owner issues a token for its page, and when the page is gone it
 * {@linkplain #revoke revokes} what is left and closes the session. A socket never closes a session: it may be lost and come
 * back, with the token that its last greeting brought, as long as the owner keeps the session.
 *
 * <p>A token is 128 random bits. Unused it is good for {@link #FIRST_USE}; one that a socket holds for its return is good while
 * the socket is open and for {@link #RETURN} after. The registry keeps at most {@link #CAPACITY} tokens; beyond that the
 * oldest one goes, and the page it belonged to has to load again. Thread-safe.
 */
public final class LiveTokens {
    /** How long a page may take from being made to opening its socket. */
    static final Duration FIRST_USE = Duration.ofSeconds(60);

    /** How long a lost socket may take to come back. */
    static final Duration RETURN = Duration.ofMinutes(10);

    static final int CAPACITY = 10_000;
    private static final int BYTES = 16;

    private final SecureRandom random;
    private final LongSupplier nanoTime;
    private final Map<String, Ticket> tickets = new LinkedHashMap<>();

    /** What a token stands for; {@code held} by an open socket it does not expire. */
    private record Ticket(Session session, boolean held, long expiresAt) {}

    /** No tokens yet. */
    public LiveTokens(SecureRandom random, LongSupplier nanoTime) {
        this.random = random;
        this.nanoTime = nanoTime;
    }

    /** A token for a page that has just been made. */
    public String issue(Session session) {
        return add(session, false);
    }

    /** Forgets all tokens of a session. */
    public synchronized void revoke(Session session) {
        tickets.values().removeIf(ticket -> ticket.session() == session);
    }

    /** The session that a token opens; from now on it opens nothing any more. */
    synchronized @Nullable Session redeem(String token) {
        Ticket ticket = tickets.remove(token);
        return ticket == null || isOver(ticket, nanoTime.getAsLong()) ? null : ticket.session();
    }

    /** A token for the return of a socket that is open now. */
    String hold(Session session) {
        return add(session, true);
    }

    /** The socket that held this token has closed. */
    synchronized void release(String token) {
        tickets.computeIfPresent(
                token, (same, ticket) -> new Ticket(ticket.session(), false, nanoTime.getAsLong() + RETURN.toNanos()));
    }

    private synchronized String add(Session session, boolean held) {
        long now = nanoTime.getAsLong();
        tickets.values().removeIf(ticket -> isOver(ticket, now));
        if (tickets.size() >= CAPACITY) {
            Iterator<String> oldest = tickets.keySet().iterator();
            oldest.next();
            oldest.remove();
        }
        byte[] bits = new byte[BYTES];
        random.nextBytes(bits);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
        tickets.put(token, new Ticket(session, held, now + FIRST_USE.toNanos()));
        return token;
    }

    private static boolean isOver(Ticket ticket, long now) {
        return !ticket.held() && now - ticket.expiresAt() >= 0;
    }
}

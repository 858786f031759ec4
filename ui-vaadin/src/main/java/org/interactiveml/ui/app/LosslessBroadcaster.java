package org.interactiveml.ui.app;

import org.atmosphere.cpr.DefaultBroadcaster;

/**
 * What hands the news of the pages to their push connections: Atmosphere's own, and none of the news lie there until the next.
 *
 * <p>Its thread waits 100 ms for news, then ends, and is counted as running until just after it has found nothing. News that
 * come in between find a thread counted and start none. Where a hand's steps are about 100 ms apart this happens: pages stopped
 * after some thousands of steps, and the heap held one message and no thread. So whichever thread ends looks once more.
 *
 * <p>Thread-safe. Made by Atmosphere, which wants it public.
 */
public class LosslessBroadcaster extends DefaultBroadcaster {
    @Override
    protected final Runnable getBroadcastHandler() {
        return lookingAgain(super.getBroadcastHandler());
    }

    /** A handler that, once it has ended and is no longer counted, leaves nothing behind. */
    final Runnable lookingAgain(Runnable handler) {
        return () -> {
            handler.run();
            if (!messages.isEmpty() && dispatchThread.compareAndSet(0, 1)) {
                getBroadcasterConfig().getExecutorService().execute(getBroadcastHandler());
            }
        };
    }
}

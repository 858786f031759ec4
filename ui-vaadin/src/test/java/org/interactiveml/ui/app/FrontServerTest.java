package org.interactiveml.ui.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class FrontServerTest {
    private static final long PATIENCE_SECONDS = 20;

    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void stop() {
        vertx.close().await();
    }

    @Test
    void whatIsKnownLaterIsToldOnTheLoopThatAsked() throws Exception {
        Context asking = vertx.getOrCreateContext();
        Context answering = vertx.getOrCreateContext();
        assertThat(answering).isNotSameAs(asking);
        Promise<String> later = Promise.promise();
        var asked = new CompletableFuture<Boolean>();
        var told = new CompletableFuture<Context>();
        asking.runOnContext(now -> {
            FrontServer.onThisLoop(vertx, later.future()).onSuccess(known -> told.complete(Vertx.currentContext()));
            asked.complete(true);
        });
        asked.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        answering.runOnContext(now -> later.complete("known"));
        assertThat(told.get(PATIENCE_SECONDS, TimeUnit.SECONDS)).isSameAs(asking);
    }

    @Test
    void whatIsKnownAlreadyIsToldAtOnceAndAFailureArrivesToo() throws Exception {
        assertThat(FrontServer.onThisLoop(vertx, Future.succeededFuture("known"))
                        .result())
                .isEqualTo("known");
        var failed = new CompletableFuture<Throwable>();
        FrontServer.onThisLoop(vertx, Future.failedFuture("no pages")).onFailure(failed::complete);
        assertThat(failed.get(PATIENCE_SECONDS, TimeUnit.SECONDS)).hasMessage("no pages");
    }
}

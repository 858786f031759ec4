package org.interactiveml.ui.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.interactiveml.engine.catalog.Catalog;
import org.interactiveml.ui.control.Tables;
import org.junit.jupiter.api.Test;

class RehearsalTest {
    @Test
    void aRehearsalDragsThroughTheProgramsOwnSocketAndEndsByItself() throws Exception {
        try (Laboratory laboratory = new Laboratory(Catalog.standard(), new Tables(Optional.empty()));
                WebServer server = laboratory.serve(new Listening("127.0.0.1", 0, 0))) {
            int frames = laboratory
                    .rehearse(server.listening(), 20)
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(60, TimeUnit.SECONDS);
            assertThat(frames).isPositive();
        }
    }
}

package org.interactiveml.ui.app;

import io.vertx.ext.web.Router;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * What the program serves besides its pages. Routes are mounted once per event loop, so a handler with state of its own
 * must be shared or thread-safe.
 *
 * @param publicRoutes mounts on the public port what Vert.x itself answers, such as the live socket; everything else goes
 *     to the pages
 * @param opsRoutes mounts on the ops port; is given a way to ask whether pages answer
 * @param services what pages may ask for in their constructors, found by type
 */
record Site(Consumer<Router> publicRoutes, BiConsumer<Router, BooleanSupplier> opsRoutes, List<Object> services) {
    Site {
        services = List.copyOf(services);
    }
}

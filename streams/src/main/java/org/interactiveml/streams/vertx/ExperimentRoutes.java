package org.interactiveml.streams.vertx;

import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.interactiveml.engine.experiment.Evaluation;
import org.interactiveml.engine.experiment.Experiment;
import org.interactiveml.engine.experiment.Fidelity;
import org.interactiveml.engine.experiment.Frame;
import org.interactiveml.engine.experiment.Stage;
import org.interactiveml.engine.numeric.Cancellation;
import org.interactiveml.engine.parameter.InvalidInputException;
import org.interactiveml.engine.parameter.Patch;
import org.interactiveml.engine.parameter.Problem;
import org.interactiveml.engine.parameter.Snapshot;
import org.interactiveml.streams.wire.CatalogJson;
import org.interactiveml.streams.wire.Fields;
import org.interactiveml.streams.wire.FrameJson;
import org.interactiveml.streams.wire.Json;
import org.interactiveml.streams.wire.JsonReader;
import org.jspecify.annotations.Nullable;

/**
 * The HTTP interface, for programs.
 *
 * <ul>
 *   <li>{@code GET /api/experiments}: the catalogue
 *   <li>{@code POST /api/experiments/<id>} with {@code {"set":{"degree":3}}}: the frame of that state, all other parameters
 *       at their defaults, as a replay prints it but for the times
 * </ul>
 *
 * <p>Wrong input is answered with status 400 and every problem, {@code {"problems":["…"]}}. Browsers may ask from pages of
 * this server only. One request is computed at a time, off the event loops, and stopped when its client leaves; a few wait,
 * more are answered with 503. Thread-safe: one object serves the routers of all event loops.
 */
public final class ExperimentRoutes implements AutoCloseable {
    private static final int BODY_BYTES = 131_072;
    private static final int WAITING = 16;
    private static final JsonReader READER = new JsonReader(BODY_BYTES, 10_000);
    private static final int OK = 200;
    private static final int BAD_REQUEST = 400;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int TOO_LARGE = 413;
    private static final int ERROR = 500;
    private static final int UNAVAILABLE = 503;
    private static final System.Logger LOG = System.getLogger(ExperimentRoutes.class.getName());
    private static final String JSON = "application/json; charset=utf-8";

    private final Map<String, Experiment> experiments;
    private final Buffer catalog;
    private final WorkerExecutor worker;
    private final AtomicInteger waiting = new AtomicInteger();

    /** Routes over these experiments, computing on one thread of their own. */
    public ExperimentRoutes(Vertx vertx, List<Experiment> experiments) {
        this.experiments = experiments.stream().collect(Collectors.toUnmodifiableMap(Experiment::id, same -> same));
        this.catalog = Buffer.buffer(CatalogJson.experiments(experiments) + "\n");
        this.worker = vertx.createSharedWorkerExecutor("iml-api", 1);
    }

    /** Adds the routes to the router of one event loop; whatever else is below {@code /api/} is not found. */
    public void mount(Router router) {
        router.get("/api/experiments").handler(context -> answer(context, OK, catalog));
        router.post("/api/experiments/:id")
                .handler(BodyHandler.create(false).setBodyLimit(BODY_BYTES))
                .handler(this::compute)
                .failureHandler(ExperimentRoutes::failed);
        router.route("/api/*")
                .handler(context -> refuse(context, NOT_FOUND, "there is nothing at " + context.normalizedPath()));
    }

    @Override
    public void close() {
        worker.close();
    }

    private void compute(RoutingContext context) {
        if (!SameOrigin.isPlausible(context.request())) {
            refuse(context, FORBIDDEN, "browsers may ask from pages of this server only");
            return;
        }
        Experiment experiment = experiments.get(context.pathParam("id"));
        if (experiment == null) {
            refuse(
                    context,
                    NOT_FOUND,
                    "there is no such experiment; known are " + String.join(", ", new TreeSet<>(experiments.keySet())));
            return;
        }
        Snapshot state;
        try {
            state = read(experiment, context.body().asString(StandardCharsets.UTF_8.name()));
        } catch (InvalidInputException invalid) {
            refuse(context, BAD_REQUEST, invalid.problems());
            return;
        }
        if (waiting.incrementAndGet() > WAITING) {
            waiting.decrementAndGet();
            refuse(context, UNAVAILABLE, "too many requests are waiting already; try again later");
            return;
        }
        Cancellation cancellation = new Cancellation();
        context.response().closeHandler(gone -> cancellation.cancel());
        worker.executeBlocking(() -> frame(experiment, state, cancellation))
                .onComplete(done -> waiting.decrementAndGet())
                .onSuccess(frame -> answer(context, OK, frame))
                .onFailure(context::fail);
    }

    /** The state that a body describes; nothing is asked of it but a valid {@code set}. */
    private static Snapshot read(Experiment experiment, @Nullable String body) {
        List<Problem> problems = new ArrayList<>();
        Fields fields = new Fields(
                READER.object(body == null ? "" : body), message -> problems.add(new Problem("body", message)));
        fields.require("set");
        Map<String, Object> values = fields.object("set").orElse(Map.of());
        fields.refuseOthers();
        Patch patch = Patch.empty();
        try {
            patch = experiment.parameters().read(values);
        } catch (InvalidInputException invalid) {
            problems.addAll(invalid.problems());
        }
        Snapshot state = experiment.parameters().defaults().with(patch);
        if (problems.isEmpty()) {
            problems.addAll(experiment.problems(state));
        }
        if (!problems.isEmpty()) {
            throw new InvalidInputException(problems);
        }
        return state;
    }

    private static Buffer frame(Experiment experiment, Snapshot state, Cancellation cancellation) {
        Set<Stage<?>> targets = Set.of(experiment.fit());
        Frame frame = new Evaluation(experiment.plan(), targets, System::nanoTime)
                .run(state, Fidelity.FULL, cancellation, early -> {});
        return Buffer.buffer(Json.bytes(json -> FrameJson.write(json, experiment, frame, 0, targets)))
                .appendByte((byte) '\n');
    }

    private static void failed(RoutingContext context) {
        int status = Math.max(BAD_REQUEST, context.statusCode());
        if (status == TOO_LARGE) {
            refuse(context, status, "the body has at most " + BODY_BYTES + " bytes");
        } else if (status < ERROR) {
            refuse(context, status, "the request cannot be read");
        } else {
            LOG.log(
                    System.Logger.Level.ERROR,
                    "a request to " + context.normalizedPath() + " failed",
                    context.failure());
            refuse(context, status, "an error in the program itself");
        }
    }

    private static void refuse(RoutingContext context, int status, String problem) {
        refuse(context, status, List.of(new Problem("request", problem)));
    }

    private static void refuse(RoutingContext context, int status, List<Problem> problems) {
        answer(
                context,
                status,
                Buffer.buffer(Json.bytes(json -> {
                            json.writeStartObject();
                            Json.texts(
                                    json,
                                    "problems",
                                    problems.stream().map(Problem::message).toList());
                            json.writeEndObject();
                        }))
                        .appendByte((byte) '\n'));
    }

    private static void answer(RoutingContext context, int status, Buffer body) {
        if (!context.response().ended() && !context.response().closed()) {
            context.response()
                    .setStatusCode(status)
                    .putHeader("Content-Type", JSON)
                    .end(body);
        }
    }
}

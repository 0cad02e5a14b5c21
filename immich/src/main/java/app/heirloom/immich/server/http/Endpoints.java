package app.heirloom.immich.server.http;

import static java.lang.System.Logger.Level.INFO;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Puts operations behind their paths: each answers or fails in the API's own form, and what is no operation is told so. */
public final class Endpoints {
    private static final System.Logger LOG = System.getLogger(Endpoints.class.getName());
    private static final String PREFIX = "/api";
    private static final List<HandlerType> METHODS = List.of(
            HandlerType.GET,
            HandlerType.HEAD,
            HandlerType.POST,
            HandlerType.PUT,
            HandlerType.PATCH,
            HandlerType.DELETE,
            HandlerType.OPTIONS);
    /** So that a scanner of paths cannot fill the memory. */
    private static final int MAX_UNKNOWN = 1_000;

    private final RoutesConfig routes;
    private final CallerLookup callers;
    private final Set<String> unknown = ConcurrentHashMap.newKeySet();

    public Endpoints(RoutesConfig routes, CallerLookup callers) {
        this.routes = routes;
        this.callers = callers;
    }

    /** In the order given: where two paths match, the first wins. */
    public void add(List<Operation> operations) {
        for (Operation operation : operations) {
            add(operation.method(), operation);
            if (operation.method().equals(HandlerType.GET)) {
                add(HandlerType.HEAD, operation);
            }
        }
        for (HandlerType method : METHODS) {
            routes.addHttpHandler(method, PREFIX, this::answerUnknown);
            routes.addHttpHandler(method, PREFIX + "/*", this::answerUnknown);
        }
    }

    private void add(HandlerType method, Operation operation) {
        routes.addHttpHandler(method, PREFIX + operation.path(), http -> answer(http, operation));
    }

    private void answer(Context http, Operation operation) {
        String correlationId = correlate(http);
        try {
            operation.access().answer(http, callers).writeTo(http);
        } catch (Exception e) {
            Failures.answer(http, e, correlationId);
        }
    }

    private void answerUnknown(Context http) {
        correlate(http);
        String pattern = http.req().getMethod() + " " + http.path().replaceAll("[0-9a-fA-F-]{36}|\\d+", "{id}");
        if (unknown.size() < MAX_UNKNOWN && unknown.add(pattern)) {
            LOG.log(INFO, "Unknown route: {0} (asked for by {1})", pattern, http.userAgent());
        }
        Failures.answerUnknown(http);
    }

    private static String correlate(Context http) {
        String id = UUID.randomUUID().toString();
        http.header("X-Correlation-ID", id);
        return id;
    }
}

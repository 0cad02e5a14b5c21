package app.heirloom.immich.server.system;

import app.heirloom.immich.Library;
import app.heirloom.immich.json.WireNames;
import app.heirloom.immich.json.server.QueueJson;
import app.heirloom.immich.server.http.Answer;
import app.heirloom.immich.server.http.InvalidFieldException;
import app.heirloom.immich.server.http.JsonFields;
import app.heirloom.library.external.ExternalLibraries;
import app.heirloom.library.job.JobCounts;
import app.heirloom.library.job.JobQueues;
import app.heirloom.library.job.Queue;
import app.heirloom.library.job.QueueStatus;
import app.heirloom.library.pipeline.Reruns;
import app.heirloom.library.user.Caller;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.TreeMap;

/** The queues of jobs, as admins see and command them. */
final class JobRoutes {
    private enum Command {
        START("start"),
        PAUSE("pause"),
        RESUME("resume"),
        EMPTY("empty"),
        CLEAR_FAILED("clear-failed");

        private final String wireName;

        Command(String wireName) {
            this.wireName = wireName;
        }
    }

    private final JobQueues queues;
    private final Reruns reruns;
    private final ExternalLibraries libraries;

    JobRoutes(Library.Background background) {
        this.queues = background.queues();
        this.reruns = background.reruns();
        this.libraries = background.libraries();
    }

    Answer list(Context http, Caller caller) {
        var byName = new TreeMap<String, QueueJson>();
        queues.status().forEach((queue, status) -> byName.put(WireNames.of(queue), QueueJson.of(status)));
        return Answer.ok(byName);
    }

    Answer command(Context http, Caller caller) throws IOException {
        String name = http.pathParam("name");
        Queue queue = WireNames.findQueue(name)
                .orElseThrow(() -> InvalidFieldException.value("Unknown queue " + name, "name"));
        var body = JsonFields.ofBody(http);
        Command command = body.findChoice("command", Command.values(), choice -> choice.wireName)
                .orElseThrow(() -> InvalidFieldException.type("Invalid input: a command is required", "command"));
        switch (command) {
            case START -> start(queue, body.findFlag("force").orElse(queue == Queue.FACE_DETECTION));
            case PAUSE -> queues.pause(queue);
            case RESUME -> queues.resume(queue);
            case EMPTY -> queues.empty(queue);
            case CLEAR_FAILED -> queues.clearFailed(queue);
        }
        return Answer.ok(QueueJson.of(queues.status().getOrDefault(queue, idle())));
    }

    /**
     * Of a library, its folders are scanned; the force is what a scan needs that found much missing. Without a word on
     * force, faces are looked for again, which keeps those that are found again, as force does here too.
     */
    private void start(Queue queue, boolean force) {
        if (queue == Queue.LIBRARY) {
            libraries.scanAll(force);
        } else if (force) {
            reruns.startForAll(queue);
        } else {
            reruns.startForMissing(queue);
        }
    }

    private static QueueStatus idle() {
        return new QueueStatus(JobCounts.NONE, false);
    }
}

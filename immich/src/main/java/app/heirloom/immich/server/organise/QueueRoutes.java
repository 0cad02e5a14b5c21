package app.heirloom.immich.server.organise;

import app.heirloom.immich.Library;
import app.heirloom.immich.json.WireNames;
import app.heirloom.immich.json.organise.QueuedJobJson;
import app.heirloom.immich.json.server.QueueJson;
import app.heirloom.immich.server.http.Answer;
import app.heirloom.immich.server.http.InvalidFieldException;
import app.heirloom.immich.server.http.JsonFields;
import app.heirloom.immich.server.http.TextFields;
import app.heirloom.library.job.JobCounts;
import app.heirloom.library.job.JobQueues;
import app.heirloom.library.job.JobState;
import app.heirloom.library.job.Queue;
import app.heirloom.library.job.QueueStatus;
import app.heirloom.library.user.Caller;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The queues as clients of version 3.2 see them, and the jobs that are kept in each. */
final class QueueRoutes {
    /** A paused job waits; none is kept once it is completed. */
    private static final Map<String, Set<JobState>> STATES = Map.of(
            "active", Set.of(JobState.ACTIVE),
            "failed", Set.of(JobState.FAILED),
            "delayed", Set.of(JobState.DELAYED),
            "waiting", Set.of(JobState.WAITING),
            "paused", Set.of(JobState.WAITING),
            "completed", Set.of());

    private final JobQueues queues;

    QueueRoutes(Library.Background background) {
        this.queues = background.queues();
    }

    Answer list(Context http, Caller caller) {
        return Answer.ok(queues.status().entrySet().stream()
                .map(entry -> QueueJson.named(entry.getKey(), entry.getValue()))
                .toList());
    }

    Answer get(Context http, Caller caller) {
        return show(queueIn(http));
    }

    Answer update(Context http, Caller caller) throws IOException {
        Queue queue = queueIn(http);
        JsonFields.ofBody(http).findFlag("isPaused").ifPresent(pause -> {
            if (pause) {
                queues.pause(queue);
            } else {
                queues.resume(queue);
            }
        });
        return show(queue);
    }

    Answer listJobs(Context http, Caller caller) {
        List<String> asked = TextFields.ofQuery(http).listTexts("status");
        Set<JobState> states = EnumSet.noneOf(JobState.class);
        for (String state : asked) {
            if (!STATES.containsKey(state)) {
                throw InvalidFieldException.value("Unknown status " + state, "status");
            }
            states.addAll(STATES.getOrDefault(state, Set.of()));
        }
        return Answer.ok(queues.list(queueIn(http), asked.isEmpty() ? EnumSet.allOf(JobState.class) : states).stream()
                .map(QueuedJobJson::of)
                .toList());
    }

    Answer empty(Context http, Caller caller) throws IOException {
        Queue queue = queueIn(http);
        boolean failedToo = JsonFields.ofBody(http).findFlag("failed").orElse(false);
        queues.empty(queue);
        if (failedToo) {
            queues.clearFailed(queue);
        }
        return Answer.NO_CONTENT;
    }

    private Answer show(Queue queue) {
        QueueStatus idle = new QueueStatus(JobCounts.NONE, false);
        return Answer.ok(QueueJson.named(queue, queues.status().getOrDefault(queue, idle)));
    }

    private static Queue queueIn(Context http) {
        String name = http.pathParam("name");
        return WireNames.findQueue(name)
                .orElseThrow(() -> InvalidFieldException.value("Unknown queue " + name, "name"));
    }
}
